/** Every condition of workflows through ingest: it holds, it does not hold, and what its negation means. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsFor } from '@/lib/engine/registry';
import type { Condition } from '@/lib/engine/rule';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { answers, creates, makeDesk, says, type TestEvent, updates } from '../testing/workflow-desk';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** Events that happen before, each at its moment; the last one is observed. A number lets so many minutes pass. */
type Scene = readonly (TestEvent | number)[];

interface Case {
  readonly field: string;
  readonly about: string;
  readonly condition: Omit<Condition, 'field'>;
  readonly negated?: Omit<Condition, 'field'>;
  readonly yes: Scene;
  readonly no: Scene;
  /** Where it does not hold because nothing of the kind happened, its negation does not hold either. */
  readonly nothing?: Scene;
  readonly now?: string;
}

const is = (value?: unknown) => ({ operator: 'is', ...(value !== undefined && { value }) }) as Case['condition'];
const isNot = (value: unknown) => ({ operator: 'is_not', value }) as Case['condition'];
const hello = says('Hello');
const by = (ticket: object): TestEvent => creates(ticket);

const cases: readonly Case[] = [
  {
    field: 'source',
    about: 'what the ticket came from',
    condition: is(['email', 'allegro_messages']),
    negated: { operator: 'none_of', value: ['email', 'allegro_messages'] } as Case['condition'],
    yes: [by({ source: 'email' }), says('Hello')],
    no: [by({ source: 'allegro_discussions' }), says('Hello')],
  },
  {
    field: 'new_ticket',
    about: 'a ticket of either kind',
    condition: is(),
    yes: [says('Hello')],
    no: [hello, says('Again')],
  },
  {
    field: 'new_ticket',
    about: 'a ticket by an employee',
    condition: is('employee'),
    negated: isNot('employee'),
    yes: [by({ createdBy: 'employee' })],
    no: [says('Hello')],
    nothing: [by({ createdBy: 'employee' }), updates({ subject: 'x' })],
  },
  {
    field: 'weekday',
    about: 'the day in the account’s zone',
    condition: is([5]),
    negated: isNot([5]),
    // Friday evening in UTC, Saturday in Paris.
    now: '2026-11-20T23:30:00.000Z',
    yes: [says('Hello')],
    no: [3 * 24 * 60, says('Hello')],
  },
  {
    field: 'email',
    about: 'the sender’s address',
    condition: is(['*@example.org', 'ada@example.com']),
    negated: isNot(['*@example.org', 'ada@example.com']),
    yes: [says('Hello')],
    no: [says('Hello', { customer: { id: 'u-1', email: 'ada@sub.example.org' } })],
  },
  {
    field: 'subject_contains',
    about: 'phrases of the subject',
    condition: is(['refund', 'rembours']),
    negated: isNot(['refund', 'rembours']),
    yes: [by({ subject: 'My REFUND' })],
    no: [by({ subject: 'My bike' })],
  },
  {
    field: 'customer_name_contains',
    about: 'parts of the name',
    condition: is(['VAN']),
    negated: isNot(['VAN']),
    yes: [says('Hello')],
    no: [says('Hello', { customer: { id: 'u-1', name: 'Ada' } })],
  },
  {
    field: 'message_contains',
    about: 'phrases of the customer’s new message',
    condition: is(['invoice', 'facture']),
    negated: isNot(['invoice', 'facture']),
    yes: [hello, says('Where is my INVOICE?')],
    no: [says('Where is my bike?')],
    nothing: [hello, answers('Your invoice')],
  },
  {
    field: 'time',
    about: 'the time of the day in the account’s zone, over midnight',
    condition: is({ from: '22:00', to: '06:00' }),
    negated: isNot([{ from: '22:00', to: '06:00' }]),
    now: '2026-11-20T21:00:00.000Z',
    yes: [says('Hello')],
    no: [8 * 60, says('Hello')],
  },
  {
    field: 'integration',
    about: 'one of several connected instances',
    condition: is('allegro-pl'),
    negated: isNot(['allegro-pl']),
    yes: [by({ integration: 'allegro-pl' })],
    no: [says('Hello')],
  },
  {
    field: 'new_message',
    about: 'any message of the customer',
    condition: is(),
    yes: [hello, says('Again')],
    no: [hello, answers('Hello')],
  },
  {
    field: 'action',
    about: 'the customer’s first message',
    condition: is('first_message'),
    negated: isNot('first_message'),
    yes: [by({ createdBy: 'employee' }), says('Hello')],
    no: [hello, says('Again')],
    nothing: [hello, answers('Hello')],
  },
  {
    field: 'action',
    about: 'a return that was created',
    condition: is('return_created'),
    negated: isNot(['return_created']),
    yes: [hello, { type: 'return_created', order: 'o-1' }],
    no: [says('Hello')],
    nothing: [hello, updates({ type: 'return' })],
  },
  {
    field: 'tag_added',
    about: 'a tag that is assigned',
    condition: is('vip'),
    negated: isNot('vip'),
    yes: [hello, updates({ tags: ['vip'] })],
    no: [hello, updates({ tags: ['late'] })],
    nothing: [hello, updates({ tags: ['vip'] }), updates({ tags: [] })],
  },
  {
    field: 'status_set',
    about: 'a status that is set',
    condition: is(['solved', 'closed']),
    negated: isNot(['solved', 'closed']),
    yes: [hello, updates({ status: 'solved' })],
    no: [hello, updates({ status: 'pending' })],
    nothing: [hello, updates({ status: 'solved' }), updates({ status: 'solved' })],
  },
  {
    field: 'last_customer_reply',
    about: 'how long ago the customer wrote, as state beside an event',
    condition: { operator: 'more_than', value: { amount: 90, unit: 'minutes' } } as Case['condition'],
    negated: { operator: 'not_more_than', value: { amount: 90, unit: 'minutes' } } as Case['condition'],
    yes: [hello, 90, updates({ tags: ['asked'] })],
    no: [hello, 89, updates({ tags: ['asked'] })],
  },
  {
    field: 'ticket_created',
    about: 'the age of the ticket, as state beside an event',
    condition: { operator: 'less_than', value: { amount: 2, unit: 'hours' } } as Case['condition'],
    negated: { operator: 'not_less_than', value: { amount: 2, unit: 'hours' } } as Case['condition'],
    yes: [hello, 119, updates({ tags: ['asked'] })],
    no: [hello, 120, updates({ tags: ['asked'] })],
  },
  {
    field: 'current_status',
    about: 'one status',
    condition: is('new'),
    negated: isNot('new'),
    yes: [says('Hello')],
    no: [hello, updates({ status: 'pending' }), says('Again')],
  },
  {
    field: 'context',
    about: 'what it is about',
    condition: is('invoice'),
    negated: isNot('invoice'),
    yes: [by({ context: 'invoice' })],
    no: [by({ context: 'order' })],
  },
  {
    field: 'sentiment',
    about: 'how the customer feels',
    condition: is('negative'),
    negated: isNot(['negative']),
    yes: [by({ sentiment: 'negative' })],
    no: [by({})],
  },
  {
    field: 'response_status',
    about: 'whether an agent has answered; automations do not count',
    condition: is('not_replied'),
    negated: isNot('not_replied'),
    yes: [hello, answers('Hello'), says('And?'), updates({ tags: ['asked'] })],
    no: [hello, answers('Hello'), updates({ tags: ['asked'] })],
  },
  {
    field: 'ticket_status',
    about: 'open or closed',
    condition: is('open'),
    negated: isNot('open'),
    yes: [says('Hello')],
    no: [hello, updates({ status: 'spam' }), says('Again')],
  },
  {
    field: 'allegro_account',
    about: 'the account at the marketplace',
    condition: is(['bikes-pl']),
    negated: { operator: 'none_of', value: ['bikes-pl'] } as Case['condition'],
    yes: [by({ allegroAccount: 'bikes-pl' })],
    no: [by({ allegroAccount: 'other' })],
  },
  {
    field: 'inbox',
    about: 'where it is filed',
    condition: is('bikes'),
    negated: isNot('bikes'),
    yes: [by({ inbox: 'bikes' })],
    no: [by({ inbox: 'private' })],
  },
  {
    field: 'inbox_group',
    about: 'the group of its inbox',
    condition: is('shops'),
    negated: isNot('shops'),
    yes: [by({ inbox: 'bikes' })],
    no: [by({ inbox: 'private' })],
  },
  {
    field: 'ticket_type',
    about: 'ordinary, return or opinion',
    condition: is(['return', 'opinion']),
    negated: isNot(['return', 'opinion']),
    yes: [by({ type: 'return' })],
    no: [by({ type: 'ordinary' })],
  },
  {
    field: 'working_hours',
    about: 'an employee’s schedule',
    condition: is({ agent: 'ada', state: 'inside' }),
    negated: isNot({ agent: 'ada', state: 'inside' }),
    now: '2026-11-20T10:00:00.000Z',
    yes: [says('Hello')],
    no: [7 * 60, says('Hello')],
  },
];

async function observe(scene: Scene, { field, condition, negated, now }: Case): Promise<string[]> {
  const desk = await makeDesk(test.database, now, { timeZone: 'Europe/Paris' });
  // Elapsed time beside an event is state.
  const beside = ['last_customer_reply', 'ticket_created', 'response_status'].includes(field);
  const extra: Condition[] = beside ? [{ field: 'tag_added', operator: 'is', value: 'asked' }] : [];
  await desk.add(
    { name: 'holds', when: [{ field, ...condition } as Condition, ...extra] },
    ...(negated ? [{ name: 'negated', when: [{ field, ...negated } as Condition, ...extra] }] : []),
  );
  let fired: string[] = [];
  for (const step of scene) {
    if (typeof step === 'number') desk.clock.advance(step * 60_000);
    else fired = await desk.send(step);
  }
  return fired;
}

describe('conditions of workflows', () => {
  it.each(cases)('$field: $about', async (given) => {
    expect(await observe(given.yes, given)).toEqual(['holds']);
    expect(await observe(given.no, given)).toEqual(given.negated ? ['negated'] : []);
    if (given.nothing) expect(await observe(given.nothing, given)).toEqual([]);
  });

  it('are all here', () => {
    const all = fieldsFor('workflow').map(({ id }) => id);
    expect(all).toHaveLength(25);
    expect(all.filter((id) => !cases.some(({ field }) => field === id))).toEqual([]);
  });
});
