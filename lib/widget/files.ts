import type { Translate } from './words';

/** Largest file, in bytes; the server refuses more. */
export const largestFile = 10_000_000;
export const mostFiles = 5;

export function sizeWords(bytes: number, t: Translate): string {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? t('kilobytes', { n: kilobytes }) : t('megabytes', { n: Math.round(kilobytes / 1000) });
}
