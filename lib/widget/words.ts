import en from '@/lib/messages/en/widget.json';
import fr from '@/lib/messages/fr/widget.json';
import type { Language } from './state';

export type Word = keyof typeof en;
export type Translate = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Record<Language, Readonly<Record<Word, string>>> = { en, fr };

/** The widget's own words; `{name}` is replaced by a value. */
export function wordsIn(language: Language): Translate {
  return (word, values = {}) =>
    catalogues[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The first of these languages (BCP 47) that the widget speaks. */
export function spoken(...wanted: (string | null | undefined)[]): Language {
  for (const language of wanted) {
    const base = language?.slice(0, 2).toLowerCase();
    if (base === 'en' || base === 'fr') return base;
  }
  return 'en';
}
