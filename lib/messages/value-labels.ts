import type { ValueLabels } from '@/lib/engine/placeholder-text';
import en from './en/rules.json';
import fr from './fr/rules.json';

const OPTIONS = { en: en.option, fr: fr.option };

/** How values that are no text are written in messages to customers, in the account's language: as the editor names them. */
export function valueLabels(language: 'en' | 'fr'): ValueLabels {
  const option = OPTIONS[language];
  return {
    boolean: { true: option.true, false: option.false },
    status: { online: option.online, away: option.away, invisible: option.invisible },
    sender_type: { agent: option.agent, customer: option.customer },
  };
}
