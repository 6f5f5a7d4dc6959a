import type { Language } from './state';

export type Translate<W extends string> = (word: W, values?: Readonly<Record<string, string | number>>) => string;

/** The words of one part of the widget, by language; `{name}` is replaced by a value. */
export function wordsOf<W extends string>(catalogues: Record<Language, Readonly<Record<W, string>>>) {
  return (language: Language): Translate<W> =>
    (word, values = {}) =>
      catalogues[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
