import { more as en } from '@/lib/messages/en/widget.json';
import { more as fr } from '@/lib/messages/fr/widget.json';
import { wordsOf } from '../translate';

export const moreWordsIn = wordsOf<keyof typeof en>({ en, fr });
