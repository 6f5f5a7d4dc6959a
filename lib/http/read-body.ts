import { parse as parseSlowly } from 'json-source-map';
import { AppError } from '@/lib/contracts/app-error';

/**
 * The body as JSON. Never reads more than `maxBytes`.
 * @throws AppError `unsupported_media_type`, `too_large`, `malformed` (with the position)
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([\w.-]+\+)?json$/.test(type))
    throw new AppError('unsupported_media_type', { type: type.slice(0, 60) });
  const bytes = await readBytes(request, maxBytes);
  return parseJson(decode(bytes));
}

/** The body as it is. Never reads more than `maxBytes`. @throws AppError `too_large` */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    size += next.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    parts.push(next.value);
  }
  return Buffer.concat(parts);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('too_large', { maximum: maxBytes });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('malformed', { reason: 'not_utf8' });
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new AppError('malformed', { reason: 'empty' });
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformed', { reason: 'not_json', ...place(text, errorPosition(text)) });
  }
}

/** JSON.parse tells no position in most of its messages; a slower parser does. The end, when the text ended too early. */
function errorPosition(text: string): number {
  try {
    parseSlowly(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (position !== undefined) return Number(position);
  }
  return text.length;
}

function place(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
