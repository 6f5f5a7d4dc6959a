import { AppError, invalid } from '@/lib/contracts/app-error';
import { formatPath } from '@/lib/contracts/issues';

/** Deeper documents are refused before anything recursive sees them. */
const deepest = 64;

/**
 * Refuses what the database cannot store (U+0000, lone surrogates, in values and keys), a key named `__proto__`, and
 * documents nested too deeply. With `depthOnly` strings are left to the handler.
 */
export function checkDocument(document: unknown, depthOnly = false): void {
  visit(document, [], depthOnly);
}

/** @throws AppError `invalid` naming the place */
export function checkText(text: string, path: readonly PropertyKey[]): void {
  if (text.includes('\u0000')) throw invalid(formatPath(path), 'null_character');
  if (!text.isWellFormed()) throw invalid(formatPath(path), 'lone_surrogate');
}

function visit(value: unknown, path: readonly PropertyKey[], depthOnly: boolean): void {
  if (typeof value === 'string') {
    if (!depthOnly) checkText(value, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= deepest) throw new AppError('malformed', { reason: 'too_deep' });
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, [...path, index], depthOnly);
    });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') throw invalid(formatPath(path), 'unknown_key', { key });
    if (!depthOnly) checkKey(key, path);
    visit(inner, [...path, key], depthOnly);
  }
}

/** The key itself cannot be shown. */
function checkKey(key: string, path: readonly PropertyKey[]): void {
  if (key.includes('\u0000') || !key.isWellFormed()) throw invalid(formatPath(path), 'unknown_key', { key: '?' });
}
