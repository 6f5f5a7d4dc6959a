import { core as en } from '@/lib/messages/en/widget.json';
import { core as fr } from '@/lib/messages/fr/widget.json';
import type { Language } from './state';
import { type Translate as Words, wordsOf } from './translate';

export type Translate = Words<keyof typeof en>;

export const wordsIn = wordsOf<keyof typeof en>({ en, fr });

/** The first of these languages (BCP 47) that the widget speaks. */
export function spoken(...wanted: (string | null | undefined)[]): Language {
  for (const language of wanted) {
    const base = language?.slice(0, 2).toLowerCase();
    if (base === 'en' || base === 'fr') return base;
  }
  return 'en';
}
