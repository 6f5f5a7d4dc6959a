import type { Queries } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { Action, Group } from '@/lib/engine/rule';
import type { RuleChange } from '../rules/change-rules';
import { writeRules } from '../rules/rule-row';
import { searchText } from '../rules/write';

/** The triggers every account starts with, inactive. The caller creates the account in the same transaction. */
export async function insertDefaultTriggers(tx: Queries, accountId: string, language: 'en' | 'fr'): Promise<void> {
  const change: RuleChange = { tx, accountId, setVersion: 1 };
  const rows = DEFAULTS.map(({ name, description, when, seconds, sender, text }, index) => {
    const message: Action = { action: 'send_message', sender: sender[language], text: text[language] };
    const actions: Action[] = seconds === undefined ? [message] : [{ action: 'wait', seconds }, message];
    const body = { on: 'conversation_requested', when, do: actions };
    return {
      id: uuidV7(),
      name,
      description: description[language],
      search: searchText({ name, description: description[language] }),
      position: index + 1,
      active: false,
      once: false,
      channels: [],
      version: 1,
      body,
      broken: null,
    };
  });
  await writeRules(change, 'trigger', rows, { id: null, name: 'Signalbox' });
}

interface DefaultTrigger {
  /** Names stay English in both languages. */
  readonly name: string;
  readonly description: Readonly<Record<'en' | 'fr', string>>;
  readonly when: Group;
  readonly seconds?: number;
  readonly sender: Readonly<Record<'en' | 'fr', string>>;
  readonly text: Readonly<Record<'en' | 'fr', string>>;
}

const requesting = { field: 'customer_requesting_conversation', operator: 'is', value: true } as const;

const DEFAULTS: readonly DefaultTrigger[] = [
  {
    name: 'First Reply',
    description: {
      en: 'Thanks customers for writing and says that an agent is coming.',
      fr: 'Remercie les clients de leur message et annonce qu’un agent arrive.',
    },
    when: { all: [requesting] },
    seconds: 5,
    sender: { en: 'Customer Service', fr: 'Service client' },
    text: {
      en: 'Thank you for writing to us. One of our agents will be with you shortly.',
      fr: 'Merci de nous avoir écrit. Un de nos agents sera bientôt à vous.',
    },
  },
  {
    name: 'Request Contact Details',
    description: {
      en: 'When everyone is away, asks customers for an e-mail address to come back to them.',
      fr: 'Quand tout le monde est absent, demande aux clients une adresse e-mail pour revenir vers eux.',
    },
    when: { all: [{ field: 'account_status', operator: 'is', value: 'away' }] },
    sender: { en: 'Customer Service', fr: 'Service client' },
    text: {
      en: 'We are away for the moment. Leave us your e-mail address and we will come back to you as soon as we can.',
      fr: 'Nous sommes absents pour le moment. Laissez-nous votre adresse e-mail et nous reviendrons vers vous dès que possible.',
    },
  },
  {
    name: 'All Agents Offline',
    description: {
      en: 'When no agent is there, says when customers can expect an answer.',
      fr: 'Quand aucun agent n’est là, indique quand les clients peuvent attendre une réponse.',
    },
    when: { all: [requesting, { field: 'account_status', operator: 'is', value: 'invisible' }] },
    sender: { en: 'Automated Response', fr: 'Réponse automatique' },
    text: {
      en: 'Our team is offline right now. We will answer you as soon as we are back, within a few hours.',
      fr: 'Notre équipe est hors ligne en ce moment. Nous vous répondrons dès notre retour, dans quelques heures.',
    },
  },
];
