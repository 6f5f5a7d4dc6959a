import { invalid } from '@/lib/contracts/app-error';

/** A cursor: what the last row was ordered by, opaque to the caller. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Undefined without a cursor. @throws AppError `invalid` with `bad_cursor` at `cursor` */
export function readCursor(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const texts = Array.isArray(parts) ? parts.filter((part): part is string => isStorable(part)) : [];
    // The first part is a moment or an id; both are checked by their readers, a moment here.
    const first = texts[0] ?? '';
    if (texts.length === length && (length === 1 || !Number.isNaN(Date.parse(first)))) return texts;
  } catch {
    // Said below.
  }
  throw invalid('cursor', 'bad_cursor');
}

function isStorable(part: unknown): boolean {
  return typeof part === 'string' && part.isWellFormed() && !part.includes('\u0000');
}
