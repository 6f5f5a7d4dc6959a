'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';

/** Offered for texts; any other comes over the API. */
export const OFFERED = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'sv',
  'da',
  'cs',
  'ro',
  'tr',
  'uk',
  'ar',
  'zh',
  'ja',
];

/** `fr-CA` → "Canadian French", as a heading would write it. */
export function useLanguageNames(): (tag: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return (tag) => {
      const name = names.of(tag) ?? tag;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    };
  }, [locale]);
}
