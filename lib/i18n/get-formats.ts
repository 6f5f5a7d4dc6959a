import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import { createFormats, type Formats } from './format';

/** Formats in async server components and route handlers. */
export async function getFormats(): Promise<Formats> {
  const [locale, timeZone, words] = await Promise.all([getLocale(), getTimeZone(), getTranslations('ui.time')]);
  return createFormats({ locale, timeZone, words });
}
