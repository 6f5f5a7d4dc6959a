/**
 * What the demo begins with: a bike shop's rules, and the last hours of its conversations. Nothing is invented in the
 * database: rules go through the services, events through ingest, waits through the worker.
 */
import type { Database } from '@/db/client';
import { systemActor } from '@/lib/auth/actor';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { runDue } from '@/lib/runtime/worker/run-due';
import { createChannelKey } from '@/lib/services/channel-keys/create';
import { createChannel } from '@/lib/services/channels/create';
import type { Context } from '@/lib/services/context';
import { DEMO_KEY } from '@/lib/services/demo-shop/find-shop';
import { createGroup } from '@/lib/services/groups/create';
import * as triggers from '@/lib/services/triggers/verbs';
import { makeDemoBots } from './demo-bots';
import { tellAboutPeople } from './demo-people';
import { makeDemoRules } from './demo-rules';
import { makeDemoSchedules } from './demo-schedules';
import { filingEvents, makeDemoInboxes, ticketEvents } from './demo-tickets';

/** `withRules`: workflows and proactive messages too. */
export async function tellDemoStory(database: Database, withRules: boolean): Promise<void> {
  const [account] = await database.query<{ id: string }>('select id from accounts order by created_at limit 1');
  if (!account) throw new Error('The demo has no account');
  const context: Context = { db: database, actor: systemActor(account.id, 'Demo data') };
  for (const [key, name] of GROUPS) await createGroup(context, { key, name });
  const settings = { language: 'en', colour: '#1f5a43', position: 'right' } as const;
  await createChannel(context, { key: 'web', name: 'Web Widget', kind: 'web', brand: 'main', settings });
  await createChannelKey(context, 'web', { name: DEMO_KEY });
  await makeDemoSchedules(context, new Date());
  await makeDemoBots(context);
  for (const rule of RULES) await triggers.createTrigger(context, rule);
  await activate(context, 'First Reply');
  await makeDemoInboxes(context);
  if (withRules) await makeDemoRules(context);
  const now = new Date();
  const told = [...AGENTS.map(cameOnline), ...ticketEvents(now), ...events(now), ...filingEvents(now)];
  const { results } = await ingest(database, account.id, told);
  const refused = results.filter(({ status }) => status === 'rejected');
  if (refused.length > 0) throw new Error(`The demo tells what cannot be: ${JSON.stringify(refused)}`);
  await tellAboutPeople(context);
  // The waits of the first minutes are due by now only where they are short; the others show as waiting.
  await runDue(database);
}

const GROUPS = [
  ['workshop', 'Workshop'],
  ['sales', 'Sales'],
  ['orders', 'Orders'],
] as const;
const AGENTS = ['ada-admin', 'lea-lead'];

const say = (text: string, more: object = {}) => ({ action: 'send_message', sender: 'Velo & Co', text, ...more });
const fromCustomer = { field: 'sender_type', operator: 'is', value: 'customer' };

const RULES = [
  {
    name: 'Refunds: tag and explain',
    description: 'Customers who ask for their money back hear how long it takes.',
    active: true,
    oncePerTicket: true,
    on: 'message_sent',
    when: {
      all: [
        fromCustomer,
        { field: 'message', operator: 'regex', value: '.*\\b(refund|money back|remboursement)\\b.*' },
      ],
    },
    do: [
      { action: 'add_tags', tags: ['refund'] },
      say('Refunds reach you within 5 days of our receiving the bike, @customer_name.'),
    ],
  },
  {
    name: 'Ask for e-mail when the workshop is busy',
    description: 'Two minutes in the queue without a reply.',
    active: true,
    on: 'conversation_queued',
    when: {
      all: [
        { field: 'group', operator: 'is', value: 'workshop' },
        {
          any: [
            { field: 'group_queue_size', operator: 'greater_or_equal', value: 2 },
            { field: 'customer_prev_conversations', operator: 'greater_than', value: 2 },
          ],
        },
      ],
    },
    do: [
      say('The workshop is busy right now, @customer_name. Your place in the queue is kept.'),
      { action: 'wait', seconds: 120, unless: ['agent_replied', 'conversation_ended'] },
      { action: 'request_email', text: 'Leave your e-mail and we reply there.' },
      { action: 'add_tags', tags: ['long-wait'] },
    ],
  },
  {
    name: 'E-bike battery questions',
    description: 'Points to the page that answers most of them.',
    active: true,
    on: 'message_sent',
    when: {
      all: [
        fromCustomer,
        { field: 'message', operator: 'contains', value: 'battery' },
        { field: 'tags', operator: 'none_of', value: ['refund'] },
      ],
    },
    do: [{ action: 'add_tags', tags: ['e-bike', 'battery'] }],
  },
  {
    name: 'An agent is here',
    description: '',
    active: true,
    on: 'conversation_assigned',
    when: { all: [{ field: 'customer_is_in_active_conversation', operator: 'is', value: true }] },
    do: [say('You are talking to a person now.')],
  },
  {
    name: 'French speakers',
    description: 'Greets in French.',
    active: false,
    on: 'conversation_requested',
    when: { all: [{ field: 'customer_language', operator: 'is', value: 'fr' }] },
    do: [say('Bonjour @customer_name, un agent arrive.')],
  },
];

async function activate(context: Context, name: string): Promise<void> {
  const { items } = await triggers.listTriggers(context, { search: name, page: 1, pageSize: 10 });
  const found = items.find((item) => item.name === name);
  if (found) await triggers.activateTrigger(context, found.id);
}

function cameOnline(agent: string) {
  return {
    id: `demo-online-${agent}`,
    type: 'agent_status_changed',
    occurredAt: new Date().toISOString(),
    agent,
    status: 'online',
  };
}

/** Who wrote what to which group; `reply` by an agent, then perhaps more. */
const TALKS = [
  {
    who: 'Émile Garnier',
    language: 'fr',
    group: 'workshop',
    says: 'Hi, my e-bike shuts off on hills since yesterday. Is it the battery?',
    reply: 'Hello Émile, that sounds like the battery protection. Which model is it?',
    after: 'It is a 2025 Strand E 2.',
  },
  {
    who: 'Hannah Weiss',
    language: 'de',
    group: 'sales',
    says: 'Which lock fits the Vinter 3?',
    reply: 'The Fold 90 fits its frame.',
    after: 'Perfect, thank you',
    ends: true,
  },
  { who: 'Luca Ferri', language: 'it', group: 'workshop', says: 'Rear wheel is out of true after delivery' },
  { who: 'Sofia Marques', language: 'pt', group: 'sales', says: 'Do you ship cargo bikes to Portugal?' },
  {
    who: 'Yusuf Demir',
    language: 'tr',
    group: 'orders',
    says: 'Order HB-204417 says delivered, it is not. I want a refund',
  },
  { who: 'Ada Lindgren', language: 'sv', group: 'workshop', says: 'Can I change the pedals on my order?' },
  {
    who: 'Noor Haddad',
    language: 'en',
    group: 'orders',
    says: 'Please give me my money back for the lights',
    reply: 'Of course, I have started it.',
    ends: true,
  },
  {
    who: 'Tomás Oliveira',
    language: 'pt',
    group: 'workshop',
    says: 'The battery does not charge below zero, is that normal?',
  },
];

function events(now: Date): object[] {
  return TALKS.flatMap((talk, index) =>
    conversation(talk, index, new Date(now.getTime() - (TALKS.length - index) * 11 * 60_000)),
  );
}

function conversation(talk: (typeof TALKS)[number], index: number, start: Date): object[] {
  const id = `HB-${48_206 + index}`;
  const customer = { id: `visitor-${index + 1}`, name: talk.who, language: talk.language };
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString();
  const base = (step: string, minutes: number) => ({
    id: `demo-${id}-${step}`,
    occurredAt: at(minutes),
    channel: 'web',
    conversation: { id },
  });
  const spoken = (step: string, minutes: number, text: string, agent?: string) => ({
    ...base(step, minutes),
    ...{ type: 'message_sent', ...(agent ? { agent } : { customer }) },
    message: {
      id: `${id}-${step}`,
      text,
      sender: { type: agent ? 'agent' : 'customer', ...(agent ? {} : { name: talk.who }) },
    },
  });
  return [
    { ...base('asked', 0), type: 'conversation_requested', customer, conversation: { id, group: talk.group } },
    spoken('first', 0, talk.says),
    { ...base('queued', 0), type: 'conversation_queued', conversation: { id, group: talk.group } },
    ...(talk.reply
      ? [
          { ...base('taken', 2), type: 'conversation_assigned', agent: 'ada-admin' },
          spoken('answer', 3, talk.reply, 'ada-admin'),
        ]
      : []),
    ...(talk.after ? [spoken('then', 4, talk.after)] : []),
    ...(talk.ends ? [{ ...base('end', 6), type: 'conversation_ended' }] : []),
  ];
}
