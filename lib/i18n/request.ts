import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesFor } from '@/lib/messages/catalogue';
import { chooseLocale, LOCALE_COOKIE, TIME_ZONE_COOKIE } from './locale';

/** What next-intl knows of a request: no locale stands in the address. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
  return {
    locale,
    messages: messagesFor(locale),
    timeZone: knownZone(jar.get(TIME_ZONE_COOKIE)?.value),
    now: new Date(),
  };
});

function knownZone(zone: string | undefined): string {
  if (!zone) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(zone) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
