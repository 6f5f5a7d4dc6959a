'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';

/** Names of languages by their tags, as a heading would write them: `fr-CA` → Canadian French. */
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

/** Offered for a new variant; any other comes over the API. */
export const OFFERED =
  'ar bg bs ca cs da de el en es et fi fr hr hu it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv tr uk vi zh zh-TW'.split(
    ' ',
  );
