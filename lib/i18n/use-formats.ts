import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { createFormats, type Formats } from './format';

/** Formats in client components, and in server components that are not async. */
export function useFormats(): Formats {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const words = useTranslations('ui.time');
  return useMemo(() => createFormats({ locale, timeZone, words }), [locale, timeZone, words]);
}
