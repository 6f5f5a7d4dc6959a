import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { createFormats, type Formats } from './format';

/** Formats in client components, and in server components that are not async; in another zone where one is given. */
export function useFormats(zone?: string): Formats {
  const locale = useLocale();
  const own = useTimeZone() ?? 'UTC';
  const timeZone = zone ?? own;
  const words = useTranslations('ui.time');
  return useMemo(() => createFormats({ locale, timeZone, words }), [locale, timeZone, words]);
}
