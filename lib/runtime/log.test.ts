import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import { getConversation, listConversations, listMessages } from '@/lib/services/conversations/read';
import { explainConversation, explainEvent, wouldHaveFired } from '@/lib/services/events/explain';
import { getEvent, listEvents } from '@/lib/services/events/read';
import { getFiring, listFirings } from '@/lib/services/firings/read';
import * as triggers from '@/lib/services/triggers/verbs';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { ingest } from './ingest/ingest';

let test: TestDatabase;
let account: TestAccount;
let lead: Context;
let agent: Context;
let stranger: Context;
/** Rules are made at the database's time, and must be older than what happens. */
const clock = fakeClock(new Date(Date.now() + 3_600_000));

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
  lead = { db: test.database, actor: actorOf(account, 'lead') };
  agent = { db: test.database, actor: actorOf(account, 'agent') };
  stranger = { db: test.database, actor: actorOf(await makeAccount(test.database), 'admin') };
});
afterAll(() => test.close());

let count = 0;
async function send(more: object = {}): Promise<string> {
  const id = `e-${++count}`;
  const event = {
    ...{
      id,
      type: 'message_sent',
      occurredAt: clock.current.toISOString(),
      channel: 'web',
      conversation: { id: 'c-1', group: 'support' },
    },
    ...{
      customer: { id: 'u-1', name: '<img onerror=alert(1)>' },
      message: { id: `m-${count}`, text: 'I want a refund', sender: { type: 'customer', name: 'Ada' } },
    },
    ...more,
  };
  const { results } = await ingest(test.database, account.accountId, [event], { clock });
  expect(results[0]?.status).toBe('accepted');
  const [row] = await test.database.query<{ id: string }>(
    'select id from events where account_id = $1 and ext_id = $2',
    [account.accountId, id],
  );
  return row?.id ?? '';
}

const input = (name: string, given: object = {}) => ({
  ...{ name, active: true, on: 'message_sent' },
  when: {
    all: [
      { field: 'message', operator: 'contains', value: 'refund' },
      { field: 'sender_type', operator: 'is', value: 'customer' },
    ],
  },
  do: [{ action: 'send_message', sender: 'Bot', text: 'Noted, @customer_name' }],
  ...given,
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('the log', () => {
  it('tells what a rule saw and did, to those whose business it is', async () => {
    const rule = await triggers.createTrigger(lead, input('Refund'));
    const event = await send();
    const { items, next } = await listFirings(lead, { limit: 10, rule: rule.id });
    expect(next).toBeNull();
    expect(items).toMatchObject([
      {
        rule: { id: rule.id, name: 'Refund', version: 1 },
        event: { id: event, type: 'message_sent' },
        conversation: 'c-1',
        customer: { id: 'u-1', name: '<img onerror=alert(1)>' },
        outcome: 'done',
        trace: {
          verdict: 'met',
          all: [
            { field: 'message', expected: 'refund', actual: 'I want a refund', verdict: 'met' },
            { field: 'sender_type', expected: 'customer', actual: 'customer', verdict: 'met' },
          ],
        },
        steps: [{ step: 0, action: 'send_message', state: 'done' }],
      },
    ]);
    const id = items[0]?.id ?? '';
    expect(await getFiring(agent, id)).toEqual(items[0]);
    expect(await codeOf(getFiring(stranger, id))).toBe('not_found');
    expect((await listFirings(stranger, { limit: 10 })).items).toEqual([]);
    const messages = (await listMessages(lead, 'c-1', { after: 0, limit: 10 })).items;
    expect(messages.map(({ author, text, firing }) => [author.kind, text, firing])).toEqual([
      ['customer', 'I want a refund', null],
      ['automation', 'Noted, <img onerror=alert(1)>', id],
    ]);
  });

  it('keeps agents to their groups', async () => {
    await send({ conversation: { id: 'c-sales', group: 'sales' }, customer: { id: 'u-2' } });
    expect((await getConversation(lead, 'c-sales')).group).toBe('sales');
    expect(await codeOf(getConversation(agent, 'c-sales'))).toBe('not_found');
    expect(await codeOf(listMessages(agent, 'c-sales', { after: 0, limit: 1 }))).toBe('not_found');
    expect((await listConversations(agent, { limit: 50 })).items.map(({ key }) => key)).not.toContain('c-sales');
    expect((await listFirings(agent, { limit: 50 })).items.map(({ conversation }) => conversation)).not.toContain(
      'c-sales',
    );
    expect((await listEvents(agent, { limit: 50 })).items.map(({ conversation }) => conversation)).not.toContain(
      'c-sales',
    );
    expect((await listFirings(lead, { limit: 50, conversation: 'c-sales' })).items).toHaveLength(1);
  });

  it('pages by cursor without losing or repeating', async () => {
    for (let index = 0; index < 5; index++) await send();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const slice = await listFirings(lead, { limit: 2, cursor });
      seen.push(...slice.items.map(({ id }) => id));
      cursor = slice.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual((await listFirings(lead, { limit: 200 })).items.map(({ id }) => id));
  });

  it.each([
    ['an event type', { event: 'conversation_ended' }, 0],
    ['an outcome', { outcome: 'failed' as const }, 0],
    ['a customer unknown here', { customer: 'nobody' }, 0],
    ['a time to come', { from: '2099-01-01T00:00:00Z' }, 0],
  ])('filters by %s', async (_, filter, expected) => {
    expect((await listFirings(lead, { limit: 10, ...filter })).items).toHaveLength(expected);
  });
});

describe('why a rule did not fire', () => {
  it.each([
    ['conditions', input('Never', { when: { all: [{ field: 'message', operator: 'contains', value: 'xyz' }] } })],
    [
      'other_event',
      input('Elsewhere', {
        on: 'conversation_queued',
        when: { all: [{ field: 'initial_routing', operator: 'is', value: true }] },
      }),
    ],
    ['inactive', input('Asleep', { active: false })],
    ['channel', input('Other channel', { channels: ['api'] })],
    [
      'no_estimate',
      input('Estimate', { do: [{ action: 'send_message', sender: 'Bot', text: '@wait_time_min minutes' }] }),
    ],
  ])('names %s', async (reason, given) => {
    const rule = await triggers.createTrigger(lead, given);
    const event = await send();
    const explanation = await explainEvent(lead, event, rule.id);
    expect(explanation).toMatchObject({ fired: false, reason });
    expect(await codeOf(explainEvent(stranger, event, rule.id))).toBe('not_found');
  });

  it('names once per ticket', async () => {
    const rule = await triggers.createTrigger(lead, input('Once', { oncePerTicket: true }));
    const first = await send({ conversation: { id: 'c-once' }, customer: { id: 'u-once' } });
    const second = await send({ conversation: { id: 'c-once' }, customer: { id: 'u-once' } });
    expect(await explainEvent(lead, first, rule.id)).toMatchObject({ fired: true, reason: null });
    expect(await explainEvent(lead, second, rule.id)).toMatchObject({ fired: false, reason: 'once' });
    const { items } = await explainConversation(lead, 'c-once', { rule: rule.id });
    expect(items.map(({ fired }) => fired)).toEqual([false, true]);
  });

  it('answers from the facts that were stored, whatever is true now', async () => {
    const rule = await triggers.createTrigger(
      lead,
      input('Name', { when: { all: [{ field: 'customer_name', operator: 'is', value: 'Grace' }] } }),
    );
    const event = await send({ conversation: { id: 'c-facts' }, customer: { id: 'u-facts', name: 'Ada' } });
    await send({ conversation: { id: 'c-facts' }, customer: { id: 'u-facts', name: 'Grace' } });
    const { trace, fired } = await explainEvent(lead, event, rule.id);
    expect(fired).toBe(false);
    expect(trace).toMatchObject({ all: [{ actual: 'Ada', verdict: 'unmet' }] });
    expect((await getEvent(lead, event)).facts).toMatchObject({ customer_name: 'Ada' });
  });
});

describe('a rule that is being written', () => {
  it('is tried on the last events', async () => {
    const { active: _, ...trigger } = input('Draft');
    const { examined, fires, items } = await wouldHaveFired(lead, { trigger });
    expect(examined).toBeGreaterThan(3);
    expect(fires).toBe(items.length);
    expect(await wouldHaveFired(lead, { trigger: { ...trigger, when: { none: trigger.when.all } } })).toMatchObject({
      fires: 0,
    });
  });
});
