'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { setLocale } from '@/lib/i18n/set-locale';

/** Changes the language and redraws the page; what was typed stays. */
export function useChangeLocale(): (locale: Locale) => void {
  const router = useRouter();
  const [, start] = useTransition();
  return (locale) =>
    start(async () => {
      await setLocale(locale);
      router.refresh();
    });
}
