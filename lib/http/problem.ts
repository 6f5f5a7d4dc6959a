import { randomUUID } from 'node:crypto';
import { DatabaseError, isRetryable } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Locale } from '@/lib/i18n/locale';
import { log } from './log';
import { detailOf, issueMessage, titleOf } from './problem-words';

/** RFC 9457 document of whatever was thrown; the unexpected is logged under the id that the caller gets. */
export function problemResponse(error: unknown, locale: Locale, where: string): Response {
  const known = error instanceof AppError ? error : fromDatabase(error);
  if (known) return answer(known, locale);
  const id = randomUUID();
  log.error({ id, where, error: describeError(error) }, 'Unexpected error');
  return answer(new AppError('internal', { id }), locale, id);
}

function answer(error: AppError, locale: Locale, id?: string): Response {
  const { uses, retryAfter, currentVersion } = error.details;
  const document = {
    type: `/docs/errors#${error.code}`,
    title: titleOf(error.code, locale),
    status: error.status,
    detail: detailOf(error, locale),
    code: error.code,
    params: error.params,
    errors: error.issues.map((issue) => ({ ...issue, message: issueMessage(issue, locale) })),
    ...(uses ? { uses } : {}),
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(id ? { instance: `urn:uuid:${id}` } : {}),
  };
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-language': locale,
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
  if (error.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(document), { status: error.status, headers });
}

/** Failures of the database that are the caller's, or that pass. */
function fromDatabase(error: unknown): AppError | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  if (isRetryable(error) || error.code === '57014') return new AppError('too_busy', {}, { retryAfter: 1 });
  if (error.code === '23505' || error.code === '23503') return new AppError('conflict');
  // Text that cannot be stored, numbers out of range: what validation should have caught.
  if (/^22/.test(error.code)) return new AppError('invalid');
  if (/^(CONNECT|ECONN|08|57P)/.test(error.code)) return new AppError('unavailable', {}, { retryAfter: 5 });
  return undefined;
}

/** Name, code and stack: messages of foreign errors may carry customers' texts. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const message = error instanceof DatabaseError || error instanceof TypeError ? error.message : undefined;
  return { name: error.name, code, message, stack: frames.slice(0, 12).join('\n') };
}
