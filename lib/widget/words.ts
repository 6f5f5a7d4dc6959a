import { core as en } from '@/lib/messages/en/widget.json';
import { core as fr } from '@/lib/messages/fr/widget.json';
import type { Language } from './state';

export type Word = keyof typeof en;
export type Translate<W extends string = Word> = (
  word: W,
  values?: Readonly<Record<string, string | number>>,
) => string;

export const wordsIn = wordsOf<Word>({ en, fr });

/** The words of one part of the widget, by language; `{name}` is replaced by a value. */
export function wordsOf<W extends string>(catalogues: Record<Language, Readonly<Record<W, string>>>) {
  return (language: Language): Translate<W> =>
    (word, values = {}) =>
      catalogues[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The first of these languages (BCP 47) that the widget speaks. */
export function spoken(...wanted: (string | null | undefined)[]): Language {
  for (const language of wanted) {
    const base = language?.slice(0, 2).toLowerCase();
    if (base === 'en' || base === 'fr') return base;
  }
  return 'en';
}
