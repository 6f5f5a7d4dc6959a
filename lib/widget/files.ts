import type { Upload } from './state';
import type { Translate } from './words';

/** Largest file, in bytes; the server refuses more. */
export const largestFile = 10 * 1024 * 1024;
export const mostFiles = 5;

export function sizeWords(bytes: number, t: Translate): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1) return t('megabytes', { n: megabytes.toFixed(megabytes >= 10 ? 0 : 1).replace(/\.0$/, '') });
  return t('bytes', { n: Math.max(1, Math.round(bytes / 1024)) });
}

/** Why a file is not even tried. */
export function refusalOf({ size }: { size: number }): Upload['error'] {
  if (size === 0) return 'fileEmpty';
  return size > largestFile ? 'fileTooLarge' : undefined;
}
