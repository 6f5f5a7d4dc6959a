'use client';

import { useTranslations } from 'next-intl';

/** Words of what went wrong, as the log says them. */
export function useFaultWords(): (code: string | null | undefined) => string {
  const t = useTranslations('firings');
  return (code) => {
    const key = `reason.${code}` as 'reason.timed_out';
    return code && t.has(key) ? t(key) : (code ?? '');
  };
}
