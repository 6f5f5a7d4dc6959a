import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Action } from '@/lib/engine/rule';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { ingest } from '../ingest/ingest';
import { retryStep } from '../steps/retry-step';
import { addRule, setActive } from '../testing/add-rule';
import { runDue } from './run-due';

let test: TestDatabase;
let account: TestAccount;
const clock = fakeClock();

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.set('2026-11-21T10:00:00.000Z');
  account = await makeAccount(test.database);
});

const rows = (sql: string) => test.database.query(sql, [account.accountId]);
const bodies = async () =>
  (await rows('select body from messages where account_id = $1 order by created_at, seq')).map(({ body }) => body);
const outcome = async () => (await rows('select state, reason from firings where account_id = $1 order by id')).at(0);
const say = (text: string): Action => ({ action: 'send_message', sender: 'Bot', text });
const always = { all: [{ field: 'hour_of_day', operator: 'greater_or_equal', value: 0 }] };
const rule = (...actions: Action[]) => ({ on: 'conversation_requested', when: always, do: actions });
const wait = (seconds: number, unless?: string[]): Action => ({ action: 'wait', seconds, ...(unless && { unless }) });

let count = 0;
function event(type: string, more: object = {}) {
  const occurredAt = clock.current.toISOString();
  return {
    id: `e-${++count}`,
    type,
    occurredAt,
    channel: 'web',
    conversation: { id: 'c-1' },
    customer: { id: 'u-1' },
    ...more,
  };
}
const wrote = (sender: 'agent' | 'customer') =>
  event('message_sent', {
    message: { id: `m-${count}`, text: 'Hi', sender: { type: sender } },
    ...(sender === 'agent' && { agent: 'ada' }),
  });
const send = (...events: object[]) => ingest(test.database, account.accountId, events, { clock });
async function later(seconds: number) {
  clock.advance(seconds * 1_000);
  return runDue(test.database, clock);
}

describe('waits', () => {
  it('delay what follows, and survive in the database alone', async () => {
    await addRule(test.database, account.accountId, rule(say('first'), wait(5), say('second'), wait(10), say('third')));
    await send(event('conversation_requested'));
    expect(await bodies()).toEqual(['first']);
    expect(await later(4)).toEqual({ handled: 0, found: 0 });
    expect(await later(1)).toEqual({ handled: 1, found: 1 });
    expect(await bodies()).toEqual(['first', 'second']);
    expect(await outcome()).toEqual({ state: 'waiting', reason: null });
    await later(10);
    expect(await bodies()).toEqual(['first', 'second', 'third']);
    expect(await outcome()).toEqual({ state: 'done', reason: null });
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('render with facts of the event and the name as it is then', async () => {
    await addRule(test.database, account.accountId, rule(wait(5), say('@customer_name, place @queue_size')));
    await send(event('conversation_requested', { customer: { id: 'u-1', name: 'Ada' } }));
    await send(
      event('message_sent', {
        customer: { id: 'u-1', name: 'Ada @message' },
        message: { id: 'm', text: 'x', sender: { type: 'customer' } },
      }),
    );
    await send(event('conversation_ended'));
    await later(5);
    expect((await bodies()).at(-1)).toBe('Ada @message, place 1');
  });

  it.each([
    ['agent_replied', () => wrote('agent')],
    ['customer_replied', () => wrote('customer')],
    ['conversation_ended', () => event('conversation_ended')],
  ])('stop unless %s', async (condition, happening) => {
    await addRule(test.database, account.accountId, rule(wait(5, [condition]), say('anyone?')));
    await send(event('conversation_requested'), happening());
    await later(5);
    expect(await bodies()).not.toContain('anyone?');
    expect(await outcome()).toEqual({ state: 'stopped', reason: condition });
  });

  it('go on when something else happened, or before the wait', async () => {
    await addRule(test.database, account.accountId, rule(wait(5, ['agent_replied']), say('anyone?')));
    await send(wrote('agent'), event('conversation_requested'), wrote('customer'));
    await later(5);
    expect(await bodies()).toContain('anyone?');
  });

  it('are skipped when the customer is suspended meanwhile', async () => {
    const id = await addRule(test.database, account.accountId, { ...rule(wait(5), say('hello')), once: true });
    await addRule(test.database, account.accountId, { ...rule({ action: 'suspend_user' }), on: 'message_sent' });
    await send(event('conversation_requested'), wrote('customer'));
    await later(5);
    const [firing] = await test.database.query('select state, reason from firings where rule_id = $1', [id]);
    expect(firing).toEqual({ state: 'skipped', reason: 'suspended' });
    expect(await rows('select 1 from once_marks where account_id = $1')).toEqual([]);
    expect(await rows('select phase, ended_by from conversations where account_id = $1')).toEqual([
      { phase: 'ended', ended_by: 'suspension' },
    ]);
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('end with the deactivation of their rule', async () => {
    const id = await addRule(test.database, account.accountId, rule(wait(5), say('hello')));
    await send(event('conversation_requested'));
    await setActive(test.database, account.accountId, id, false);
    await later(5);
    expect(await bodies()).toEqual([]);
    expect(await outcome()).toEqual({ state: 'cancelled', reason: 'rule_deactivated' });
  });

  it('are taken once by workers that run at the same time', async () => {
    await addRule(test.database, account.accountId, rule(wait(5), say('hello')));
    const events = Array.from({ length: 50 }, (_, index) =>
      event('conversation_requested', { conversation: { id: `c-${index}` }, customer: { id: `u-${index}` } }),
    );
    await send(...events);
    clock.advance(5_000);
    while ((await Promise.all([1, 2, 3].map(() => runDue(test.database, clock)))).some(({ found }) => found > 0));
    expect(await bodies()).toHaveLength(50);
  });
});

describe('guards', () => {
  it('fire once per ticket', async () => {
    await addRule(test.database, account.accountId, { ...rule(say('once')), once: true });
    await send(event('conversation_requested'), event('conversation_requested'));
    await send(event('conversation_requested'));
    await send(event('conversation_requested', { conversation: { id: 'c-2' } }));
    expect(await bodies()).toEqual(['once', 'once']);
  });

  it('keep a rule to its channels', async () => {
    await addRule(test.database, account.accountId, { ...rule(say('hello')), channels: ['api'] });
    await send(
      event('conversation_requested'),
      event('conversation_requested', { channel: 'api', conversation: { id: 'c-2' } }),
    );
    expect(await bodies()).toEqual(['hello']);
  });

  it('send ten automated messages a minute', async () => {
    await addRule(test.database, account.accountId, rule(...Array.from({ length: 12 }, (_, index) => say(`${index}`))));
    await send(event('conversation_requested'));
    expect(await bodies()).toHaveLength(10);
    const steps = await rows("select result from firing_steps where account_id = $1 and state = 'skipped'");
    expect(steps).toEqual([{ result: { reason: 'rate' } }, { result: { reason: 'rate' } }]);
    clock.advance(60_000);
    await send(event('conversation_requested'));
    expect(await bodies()).toHaveLength(20);
  });

  it('run no rule for a suspended customer', async () => {
    await addRule(test.database, account.accountId, { ...rule({ action: 'suspend_user' }), on: 'message_sent' });
    await addRule(test.database, account.accountId, rule(say('hello')));
    await send(wrote('customer'));
    const { results } = await send(event('conversation_requested', { conversation: { id: 'c-2' } }));
    expect(results[0]?.firings).toEqual([]);
    expect(await rows("select suspended_ticket from conversations where account_id = $1 and ext_id = 'c-2'")).toEqual([
      { suspended_ticket: true },
    ]);
    expect(await rows('select by_kind, scope from suspensions where account_id = $1')).toEqual([
      { by_kind: 'rule', scope: 'messaging' },
    ]);
  });

  it('say that there is no estimate', async () => {
    await addRule(test.database, account.accountId, rule(say('about @wait_time_min minutes')));
    await send(event('conversation_requested'));
    expect(await outcome()).toEqual({ state: 'skipped', reason: 'no_estimate' });
  });

  it('show an estimate of the wait once tickets were answered', async () => {
    await addRule(test.database, account.accountId, rule(say('@wait_time_min to @wait_time_max minutes')));
    const about = (id: string) => ({ conversation: { id }, customer: { id: `u-${id}` } });
    await send(event('conversation_requested', about('c-9')), event('conversation_queued', about('c-9')));
    clock.advance(7 * 60_000);
    await send(event('conversation_assigned', { ...about('c-9'), agent: 'ada' }));
    await send({ ...wrote('agent'), ...about('c-9') });
    await send(event('conversation_requested'));
    expect((await bodies()).at(-1)).toBe('7 to 7 minutes');
  });

  it('never fire a rule whose references are gone', async () => {
    const when = { all: [{ field: 'group', operator: 'is', value: 'support' }] };
    await addRule(test.database, account.accountId, { ...rule(say('hello')), when, broken: ['group:support'] });
    await send(event('conversation_requested'));
    expect(await bodies()).toEqual([]);
  });
});

describe('actions', () => {
  it('change tags and tell what changed one level deeper', async () => {
    await addRule(test.database, account.accountId, rule({ action: 'add_tags', tags: ['vip', 'new'] }));
    await send(event('conversation_requested', { conversation: { id: 'c-1', tags: ['vip'] } }));
    expect(await rows('select tags, event_seq from conversations where account_id = $1')).toEqual([
      { tags: ['vip', 'new'], event_seq: 2 },
    ]);
    const [derived] = await rows(
      'select type, depth, payload, cause_firing from events where account_id = $1 and seq = 2',
    );
    expect(derived).toMatchObject({
      type: 'ticket_updated',
      depth: 1,
      payload: { tags: { added: ['new'], removed: [] } },
    });
    expect(derived?.cause_firing).not.toBeNull();
  });

  it('ask for the address, unless it is known', async () => {
    await addRule(test.database, account.accountId, rule({ action: 'request_email' }));
    await send(event('conversation_requested'));
    await send(event('conversation_requested', { conversation: { id: 'c-2' }, channel: 'api' }));
    await send(event('conversation_requested', { customer: { id: 'u-1', email: 'a@example.org' } }));
    expect(await rows('select kind from messages where account_id = $1 order by conversation_id')).toEqual([
      { kind: 'email_request' },
      { kind: 'text' },
    ]);
    expect((await rows('select state, reason from firings where account_id = $1 order by id')).at(-1)).toEqual({
      state: 'skipped',
      reason: 'email_known',
    });
  });

  it('are written in the language of the reader', async () => {
    await addRule(test.database, account.accountId, rule({ ...say('Hello'), texts: { fr: 'Bonjour' } }));
    await send(event('conversation_requested', { customer: { id: 'u-1', language: 'fr-CA' } }));
    expect(await bodies()).toEqual(['Bonjour']);
  });

  it('record a failure, stop nothing, and can be tried again by hand', async () => {
    await addRule(test.database, account.accountId, rule({ action: 'fly' }, say('after')));
    const { results } = await send(event('conversation_requested'));
    expect(await bodies()).toEqual(['after']);
    expect(await outcome()).toMatchObject({ state: 'failed' });
    const firing = results[0]?.firings?.[0]?.firing ?? '';
    await expect(retryStep(test.database, account.accountId, firing, 1, clock)).rejects.toMatchObject({
      code: 'conflict',
    });
    await test.database.query("update firing_steps set action = 'set_triggered' where firing_id = $1 and step = 0", [
      firing,
    ]);
    await retryStep(test.database, account.accountId, firing, 0, clock);
    expect(await outcome()).toMatchObject({ state: 'done' });
  });
});
