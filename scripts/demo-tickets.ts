/** Where the demo files its tickets, and those that came by e-mail, marketplaces and social networks. */
import type { Context } from '@/lib/services/context';
import { createInboxGroup } from '@/lib/services/inbox-groups/create';
import { createInbox } from '@/lib/services/inboxes/create';
import { createStatus } from '@/lib/services/statuses/create';

export async function makeDemoInboxes(context: Context): Promise<void> {
  await createInbox(context, { key: 'orders', name: 'Orders and delivery' });
  await createInbox(context, { key: 'returns', name: 'Returns' });
  await createInbox(context, { key: 'marketplaces', name: 'Marketplaces' });
  await createInboxGroup(context, { key: 'after-sales', name: 'After sales', inboxes: ['orders', 'returns'] });
  await createStatus(context, { key: 'waiting_for_parts', name: 'Waiting for parts', class: 'open', colour: 'teal' });
}

/** What agents found out about the conversations of the widget. */
const FILED: Readonly<Record<string, object>> = {
  'HB-48206': { subject: 'E-bike shuts off on hills', context: 'product_question', sentiment: 'negative' },
  'HB-48208': { context: 'complaint', sentiment: 'negative', inbox: 'returns' },
  'HB-48210': { context: 'delivery', sentiment: 'negative', orders: ['HB-204417'], inbox: 'orders' },
  'HB-48212': { type: 'return', context: 'return', orders: ['HB-204288'], inbox: 'returns', status: 'solved' },
};

interface Case {
  id: string;
  who: string;
  email?: string;
  hoursAgo: number;
  ticket: Record<string, unknown>;
  says: string;
  reply?: string;
  by?: string;
  /** What the agent set after the reply. */
  after?: object;
  ends?: boolean;
}

const CASES: readonly Case[] = [
  {
    ...{ id: 'HB-48190', who: 'Marta Nowak', hoursAgo: 30 },
    ticket: {
      ...{ source: 'allegro_discussions', subject: 'Parcel arrived open', context: 'complaint' },
      ...{ sentiment: 'negative', inbox: 'marketplaces', orders: ['A-7731902'], allegroAccount: 'velo-co-pl' },
    },
    says: 'The box was open and one pedal is missing. I paid for two.',
    reply: 'I am sorry, Marta. A new pair of pedals left us an hour ago; keep the one you have.',
    ...{ by: 'lea-lead', after: { status: 'pending', tags: ['missing part'] } },
  },
  {
    ...{ id: 'HB-48193', who: 'Jonas Bakker', email: 'jonas.bakker@example.com', hoursAgo: 26 },
    ticket: {
      ...{ source: 'email', subject: 'Return of the Fold 90 lock', type: 'return', context: 'return' },
      ...{ sentiment: 'neutral', inbox: 'returns', orders: ['HB-204391'] },
    },
    says: 'The lock is too short for my frame. How do I send it back?',
    reply: 'The label is attached. The money is with you within 5 days of our receiving the lock.',
    ...{ by: 'lea-lead', after: { status: 'pending' } },
  },
  {
    ...{ id: 'HB-48197', who: 'Claire Dubois', email: 'compta@example.org', hoursAgo: 22 },
    ticket: {
      source: 'email',
      subject: 'Invoice for our company',
      context: 'invoice',
      sentiment: 'neutral',
      inbox: 'orders',
    },
    says: 'Please send the invoice of HB-203977 with our VAT number.',
    reply: 'Here it is, Claire. The VAT number is on the first page.',
    ...{ by: 'ada-admin', after: { status: 'solved', orders: ['HB-203977'] }, ends: true },
  },
  {
    ...{ id: 'HB-48199', who: 'Ines Costa', hoursAgo: 20 },
    ticket: {
      ...{ source: 'instagram', subject: 'Love the new colours', type: 'opinion', sentiment: 'positive' },
      ...{ context: 'other', inbox: 'marketplaces' },
    },
    says: 'The sage green Vinter 3 is gorgeous, well done!',
    reply: 'Thank you, Ines! Show us yours when you have it.',
    ...{ by: 'ada-admin', after: { status: 'closed' }, ends: true },
  },
  {
    ...{ id: 'HB-48201', who: 'Peter Holm', email: 'peter.holm@example.net', hoursAgo: 9 },
    ticket: {
      ...{ source: 'email', subject: 'Brake pads for a Strand E 2', context: 'product_question', inbox: 'orders' },
      orders: ['HB-204402'],
    },
    says: 'You sent pads for the E 1. When can I have the right ones?',
    reply: 'They reach us on Thursday and leave the same day.',
    ...{ by: 'lea-lead', after: { status: 'waiting_for_parts', tags: ['wrong item'] } },
  },
  {
    ...{ id: 'HB-48203', who: 'Growth Partners', email: 'hello@growth.example', hoursAgo: 7 },
    ticket: { source: 'email', subject: 'Guest post offer', context: 'other', status: 'spam' },
    says: 'We would love to publish a guest post on your blog, with links that rank.',
    ends: true,
  },
];

/** Before the conversations of the last hours. */
export function ticketEvents(now: Date): object[] {
  return CASES.flatMap((each) => caseEvents(each, new Date(now.getTime() - each.hoursAgo * 3_600_000)));
}

/** After them. */
export function filingEvents(now: Date): object[] {
  return Object.entries(FILED).map(([id, ticket]) => ({
    ...{ id: `demo-${id}-filed`, occurredAt: now.toISOString(), channel: 'web', conversation: { id } },
    ...{ type: 'ticket_updated', ticket },
  }));
}

function caseEvents({ id, who, email, ticket, says, reply, by, after, ends }: Case, start: Date): object[] {
  const customer = { id: `ticket-${id}`, name: who, ...(email && { email }) };
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString();
  const base = (step: string, minutes: number) => ({
    ...{ id: `demo-${id}-${step}`, occurredAt: at(minutes), channel: 'api', conversation: { id }, customer },
  });
  const message = (step: string, text: string, type: 'customer' | 'agent') => ({
    message: { id: `${id}-${step}`, text, sender: { type, ...(type === 'customer' && { name: who }) } },
  });
  return [
    { ...base('created', 0), type: 'ticket_created', ticket },
    { ...base('first', 0), type: 'message_sent', ...message('first', says, 'customer') },
    ...(reply
      ? [{ ...base('answer', 34), type: 'message_sent', agent: by, ...message('answer', reply, 'agent') }]
      : []),
    ...(after ? [{ ...base('set', 35), type: 'ticket_updated', ticket: after }] : []),
    ...(ends ? [{ ...base('end', 36), type: 'conversation_ended' }] : []),
  ];
}
