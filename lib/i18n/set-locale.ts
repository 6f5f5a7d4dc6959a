'use server';

import { cookies } from 'next/headers';
import { isLocale, LOCALE_COOKIE } from './locale';

/** Remembers the language for a year in this browser; anything but a known locale is ignored. */
export async function setLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return;
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, { maxAge: 31_536_000, path: '/', sameSite: 'lax' });
}
