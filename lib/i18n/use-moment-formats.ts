import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { createMomentFormats } from './format-moment';

/** When something was, in client components. */
export function useMomentFormats() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const words = useTranslations('ui.time');
  return useMemo(() => createMomentFormats({ locale, timeZone, words }), [locale, timeZone, words]);
}
