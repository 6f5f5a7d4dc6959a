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
import { type Past, tellDemoHistory } from './demo-history';
import { tellAboutPeople } from './demo-people';
import { makeDemoRules } from './demo-rules';
import { makeDemoSchedules } from './demo-schedules';
import { conversations } from './demo-talks';
import { filingEvents, makeDemoInboxes, ticketEvents } from './demo-tickets';

/**
 * `withRules`: workflows and proactive messages too. With a past it has had conversations for days, and each of the last
 * hours at its own time; else everything is told at this moment.
 */
export async function tellDemoStory(database: Database, withRules: boolean, past?: Past): Promise<void> {
  const now = past?.now ?? new Date();
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
  const tell = async (events: readonly object[]) => {
    const { results } = await ingest(database, account.id, [...events]);
    const refused = results.filter(({ status }) => status === 'rejected');
    if (refused.length > 0) throw new Error(`The demo tells what cannot be: ${JSON.stringify(refused)}`);
  };
  await tell(AGENTS.map(cameOnline));
  if (past) await tellDemoHistory({ database, tell, ...past });
  const talks = conversations(now);
  if (past) {
    const { moveClock } = past;
    let clock = now.getTime() - 100 * 60_000;
    moveClock(new Date(clock));
    await tell(ticketEvents(now));
    for (const talk of talks.splice(0, talks.length - STILL_WAITING)) {
      clock = Math.max(clock, Date.parse(talk.at(-1)?.occurredAt ?? '') + 20_000);
      moveClock(new Date(clock));
      await tell(talk);
      // The waits of its rules are over then.
      clock = Math.min(now.getTime(), clock + 150_000);
      moveClock(new Date(clock));
      await runDue(database);
    }
    moveClock(now);
    await runDue(database);
    await tell([...talks.flat(), ...filingEvents(now)]);
  } else await tell([...ticketEvents(now), ...talks.flat(), ...filingEvents(now)]);
  await tellAboutPeople(context);
  // The waits of the first minutes are due by now only where they are short; the others show as waiting.
  await runDue(database);
}

/** Of the last conversations: they are told at the end, so that their rules are still waiting. */
const STILL_WAITING = 2;

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
