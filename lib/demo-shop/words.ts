import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import en from '@/lib/messages/en/demo.json';
import fr from '@/lib/messages/fr/demo.json';

export type Words = (key: string, values?: Record<string, string | number>) => string;

const messages = { en: { demo: en }, fr: { demo: fr } };

/** The shop's words. Keys are put together from slugs; the test of the pages finds the ones that are missing. */
export function shopWords(locale: Locale): Words {
  const translate = createTranslator({ locale, messages: messages[locale], namespace: 'demo' });
  return translate as unknown as Words;
}

/** Whole euros: €1,490, 1 490 €. */
export function priceIn(locale: Locale, euros: number): string {
  const format = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', format).format(euros);
}
