import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';
import type { FieldDefinition } from './definition';
import { actions, fields, operatorsFor } from './registry';
import type { Condition, Group } from './rule';
import { eventOfStart, startOf } from './start';
import type { Json, ValueType } from './value';
import { conditionInWords, ruleInParts, ruleInWords, textOf, type WordsOptions } from './words';

type Said = Parameters<typeof ruleInWords>[1];

const names: Record<string, string> = {
  'group:workshop': 'Workshop',
  'schedule:shop': 'Shop hours',
  'brand:main': 'Halden',
};
const optionsFor = (locale: 'en' | 'fr'): WordsOptions => ({
  locale,
  messages: messagesFor(locale).rules,
  nameOf: (kind, key) => names[`${kind}:${key}`],
});

const firstReply: Said = {
  on: 'conversation_requested',
  when: { all: [{ field: 'customer_requesting_conversation', operator: 'is', value: true }] },
  do: [
    { action: 'wait', seconds: 5 },
    { action: 'send_message', sender: 'Customer Service', text: 'Hello @customer_name' },
  ],
};
const longWait: Said = {
  on: 'conversation_queued',
  when: {
    all: [
      { field: 'group_status', group: 'workshop', operator: 'is', value: 'online' },
      { field: 'group_queue_size', operator: 'greater_or_equal', value: 4 },
      {
        any: [
          { field: 'tags', operator: 'one_of', value: ['vip'] },
          { field: 'customer_prev_conversations', operator: 'greater_than', value: 1_200 },
        ],
      },
    ],
  },
  do: [
    { action: 'wait', seconds: 300, unless: ['agent_replied', 'conversation_ended'] },
    { action: 'request_email' },
    { action: 'add_tags', tags: ['long-wait', 'bikes'] },
  ],
};
const sentence = (rule: Said, locale: 'en' | 'fr') => textOf(ruleInWords('trigger', rule, optionsFor(locale)));

describe('a rule in words', () => {
  it.each([
    [
      'en',
      firstReply,
      'When a customer requests a conversation, if the customer is requesting a conversation, then wait 5 seconds, then send a message as Customer Service.',
    ],
    [
      'fr',
      firstReply,
      'Quand un client effectue une demande de conversation, si le client demande une conversation, alors attendre 5 secondes, puis envoyer un message au nom de Customer Service.',
    ],
    [
      'en',
      longWait,
      'When a conversation is added to the queue, if the group Workshop is online, the group’s queue is at least 4 and (the ticket is tagged vip or the number of the customer’s earlier conversations is more than 1,200), then wait 5 minutes unless an agent replied or the conversation ended, ask for the e-mail address, then tag the ticket long-wait, bikes.',
    ],
    [
      'fr',
      longWait,
      'Quand une conversation est ajoutée à la file d’attente, si le statut du groupe Workshop est en ligne, si la file d’attente du groupe vaut au moins 4 et si (le ticket porte le marqueur vip ou que le nombre de conversations précédentes du client vaut plus de 1\u202f200), alors attendre 5 minutes sauf si un agent a répondu ou la conversation est terminée, demander l’adresse e-mail, puis ajouter le marqueur long-wait, bikes.',
    ],
  ] as const)('%s', (locale, rule, expected) => {
    expect(sentence(rule, locale)).toBe(expected);
  });

  it('emphasises what the rule contributes, and nothing else', () => {
    const strong = ruleInWords('trigger', longWait, optionsFor('en')).filter((segment) => segment.strong);
    expect(strong.map(({ text }) => text)).toEqual([
      ...['Workshop', 'online', '4', 'vip', '1,200', '5 minutes', 'an agent replied', 'the conversation ended'],
      ...['long-wait', 'bikes'],
    ]);
  });

  it('takes names and texts literally', () => {
    const rule = {
      ...firstReply,
      when: { any: [{ field: 'message', operator: 'contains', value: '{of} $& <b>' }] },
      do: [{ action: 'send_message', sender: '{sender}', text: 'x' }],
    };
    expect(sentence(rule, 'en')).toContain('the message contains “{of} $& <b>”, then send a message as {sender}.');
  });

  it.each([
    [{ none: [{ field: 'brand', operator: 'is', value: 'main' }] }, 'none of this holds (the brand is Halden)'],
    [
      { all: [{ field: 'schedule', schedule: 'shop', operator: 'is', value: 'outside' }] },
      'the time is outside Shop hours',
    ],
    [{ all: [{ field: 'day_of_week', operator: 'is', value: 0 }] }, 'the day (UTC) is Monday'],
    [
      { all: [{ field: 'customer_language', operator: 'is', value: 'fr-CA' }] },
      'the customer’s language is Canadian French',
    ],
    [{ all: [{ field: 'customer_name', operator: 'is', value: '' }] }, 'the customer’s name is empty'],
    [{ all: [{ field: 'customer_served', operator: 'is_not', value: true }] }, 'the customer has not been served'],
    [{ all: [{ field: 'group', operator: 'is', value: 'gone' }] }, 'the group is gone'],
  ] as [Group, string][])('says %j', (when, expected) => {
    expect(sentence({ ...firstReply, when }, 'en')).toContain(`, if ${expected}, then`);
  });

  it.each([
    [
      'en',
      'On a state alone',
      [{ field: 'source', operator: 'none_of', value: ['allegro_discussions'] }],
      'Whenever a ticket is new or its customer writes, if the source is not Allegro discussions, then assign Lea.',
    ],
    [
      'fr',
      'On a state alone',
      [{ field: 'source', operator: 'none_of', value: ['allegro_discussions'] }],
      'Quand un ticket est nouveau ou que son client écrit, si la source n’est pas les discussions Allegro, alors assigner Lea.',
    ],
    [
      'en',
      'When it comes due',
      [
        { field: 'response_status', operator: 'is', value: 'not_replied' },
        { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
      ],
      'When a ticket was created more than 24 hours ago, if the ticket is unanswered, then assign Lea.',
    ],
    [
      'en',
      'On what happens',
      [
        { field: 'message_contains', operator: 'is', value: ['refund', 'retour'] },
        { field: 'time', operator: 'is', value: { from: '22:00', to: '06:00' } },
        { field: 'working_hours', operator: 'is', value: { agent: 'lea', state: 'outside' } },
      ],
      'When a new message contains “refund” or “retour”, if the time is between 22:00 and 06:00 and it is outside the working hours of Lea, then assign Lea.',
    ],
    ['en', 'On nothing else', [{ field: 'new_message', operator: 'is' }], 'When a new message arrives: assign Lea.'],
    [
      'fr',
      'On nothing else',
      [{ field: 'new_ticket', operator: 'is', value: 'employee' }],
      'Quand un ticket est créé par un employé\u00a0: assigner Lea.',
    ],
  ] as ['en' | 'fr', string, Condition[], string][])('says workflows in %s: %s', (locale, _, all, expected) => {
    const options = { ...optionsFor(locale), nameOf: (_kind: string, key: string) => (key === 'lea' ? 'Lea' : key) };
    const when = { all };
    const rule = { on: eventOfStart(startOf(when)), when, do: [{ action: 'assign_agent', agent: 'lea' }] };
    expect(textOf(ruleInWords('workflow', rule, options))).toBe(expected);
  });

  it.each(['en', 'fr'] as const)('has a phrase for every field, operator and action in %s', (locale) => {
    const { words } = optionsFor(locale).messages;
    const clauses = fields.flatMap((field) =>
      operatorsFor(field).flatMap((operator) => {
        const value = operator.operand === 'many' ? [sampleOf(field.type)] : sampleOf(field.type);
        const condition = conditionOn(field, operator.id, value);
        const family = field.families.includes('trigger') ? 'trigger' : 'workflow';
        const act = family === 'trigger' ? firstReply.do : [{ action: 'add_tag', tag: 'late' }];
        const said = { ...firstReply, do: act, when: { all: [condition] } };
        return [
          textOf(conditionInWords(condition, optionsFor(locale))),
          textOf(ruleInWords(family, said, optionsFor(locale))),
        ];
      }),
    );
    expect(clauses.filter((clause) => /[a-z]_[a-z]|\{|undefined/.test(clause))).toEqual([]);
    const keys = actions.map(({ id, words: key }) => key ?? id);
    expect(keys.filter((key) => words.action[key] === undefined)).toEqual([]);
  });
});

function conditionOn(field: FieldDefinition, operator: string, value: Json): Condition {
  const condition = { field: field.id, operator };
  if (field.type.kind === 'occurrence') return condition;
  if (field.of === undefined) return { ...condition, value };
  if (field.within === undefined) return { ...condition, value, [field.of]: 'k' };
  return { ...condition, value: { [field.of]: 'k', [field.within]: value } };
}

function sampleOf(type: ValueType): Json {
  if (type.kind === 'weekday') return 0;
  if (type.kind === 'daytime') return { from: '22:00', to: '06:00' };
  if (type.kind === 'elapsed') return { amount: 2, unit: 'days' };
  if (type.kind === 'integer') return type.min;
  if (type.kind === 'boolean') return true;
  if (type.kind === 'choice' || type.kind === 'state') return type.options[0] ?? 'sample';
  return type.kind === 'language' ? 'fr' : 'sample';
}

describe('a workflow part by part', () => {
  const parts = (...all: Condition[]) => {
    const rule = {
      when: { all },
      do: [
        { action: 'set_status', status: 'pending' },
        { action: 'add_tag', tag: 'late' },
      ],
    };
    const { starts, conditions, actions: done } = ruleInParts('workflow', rule, optionsFor('en'));
    return { starts: starts.map(textOf), conditions: conditions.map(textOf), actions: done.map(textOf) };
  };
  const unanswered = { field: 'response_status', operator: 'is', value: ['not_replied'] };
  const actionsSaid = ['set the status to pending', 'tag the ticket late'];

  it('says apart what starts it, what must hold and what it does', () => {
    const dayOld = { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } };
    expect(parts(unanswered, dayOld)).toEqual({
      starts: ['a ticket was created more than 24 hours ago'],
      conditions: ['the ticket is unanswered'],
      actions: actionsSaid,
    });
    const refund = { field: 'message_contains', operator: 'is', value: ['refund'] };
    expect(parts(refund)).toEqual({
      starts: ['a new message contains “refund”'],
      conditions: [],
      actions: actionsSaid,
    });
  });

  it('has nothing that starts it when the ticket’s state does', () => {
    expect(parts(unanswered)).toEqual({ starts: [], conditions: ['the ticket is unanswered'], actions: actionsSaid });
  });
});
