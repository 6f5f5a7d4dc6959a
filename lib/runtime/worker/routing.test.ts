import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { suspendCustomer } from '../conversations/suspension';
import { ingest } from '../ingest/ingest';
import { rollUpRuleDays, thinOut } from './housekeeping';
import { runRouting } from './routing';

let test: TestDatabase;
let account: TestAccount;
const clock = fakeClock();

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.set('2026-11-21T10:00:00.000Z');
  account = await makeAccount(test.database, { settings: { automaticAcceptance: true } });
});

let count = 0;
const event = (type: string, more: object = {}) => ({
  id: `e-${++count}`,
  type,
  occurredAt: clock.current.toISOString(),
  channel: 'web',
  conversation: { id: 'c-1' },
  customer: { id: 'u-1' },
  ...more,
});
const send = (...events: object[]) => ingest(test.database, account.accountId, events, { clock });
const rows = (sql: string) => test.database.query(sql, [account.accountId]);
const state = async () =>
  (
    await rows(
      'select phase, assignee_key, group_key, inactive, capacity_held, ended_by from conversations where account_id = $1',
    )
  )[0];
const online = (agent: string) => ({
  id: `s-${++count}`,
  type: 'agent_status_changed',
  occurredAt: clock.current.toISOString(),
  agent,
  status: 'online',
});
async function later(minutes: number) {
  clock.advance(minutes * 60_000);
  return runRouting(test.database, clock);
}

describe('routing', () => {
  it('gives waiting conversations to online agents of the group', async () => {
    await send(event('conversation_requested'), event('conversation_queued'));
    expect(await later(0)).toBe(0);
    await send(online('amin'));
    expect(await later(0)).toBe(1);
    expect(await state()).toMatchObject({ phase: 'assigned', assignee_key: 'amin' });
    const [event_] = await rows("select payload from events where account_id = $1 and type = 'conversation_assigned'");
    expect(event_?.payload).toMatchObject({ agent: 'amin', via: 'auto' });
  });

  it('moves to the overflow group after its minutes', async () => {
    await test.database.query(
      'update groups set overflow_group_id = $2, overflow_minutes = 5 where account_id = $1 and id = $3',
      [account.accountId, account.groups.sales, account.groups.support],
    );
    await send(event('conversation_requested'), event('conversation_queued'));
    expect(await later(4)).toBe(0);
    expect(await later(1)).toBe(1);
    expect(await state()).toMatchObject({ phase: 'queued', group_key: 'sales' });
  });

  it('makes inactive, releases, ends', async () => {
    await send(event('conversation_requested'), event('conversation_assigned', { agent: 'ada' }));
    expect(await later(9)).toBe(0);
    await later(1);
    expect(await state()).toMatchObject({ inactive: true, capacity_held: true });
    await later(10);
    expect(await state()).toMatchObject({ phase: 'assigned', capacity_held: false });
    await later(10);
    expect(await state()).toMatchObject({ phase: 'ended', ended_by: 'inactivity' });
    expect(await later(60)).toBe(0);
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('leaves suspended customers’ requests where they wait apart', async () => {
    await test.database.query(
      'update groups set overflow_group_id = $2, overflow_minutes = 5 where account_id = $1 and id = $3',
      [account.accountId, account.groups.sales, account.groups.support],
    );
    await send(event('conversation_requested'), event('conversation_ended'));
    await suspendCustomer({ db: test.database, actor: actorOf(account, 'admin') }, 'u-1', {});
    const again = { conversation: { id: 'c-2' } };
    await send(online('amin'), event('conversation_requested', again), event('conversation_queued', again));
    expect(await later(60)).toBe(0);
    const [found] = await rows(
      "select suspended_ticket, phase from conversations where account_id = $1 and ext_id = 'c-2'",
    );
    expect(found).toEqual({ suspended_ticket: true, phase: 'queued' });
  });

  it('leaves alone what comes by the API', async () => {
    const api = { channel: 'api', conversation: { id: 'c-2' } };
    await send(online('amin'), event('conversation_requested', api), event('conversation_queued', api));
    expect(await later(60)).toBe(0);
  });
});

describe('housekeeping', () => {
  it('deletes what retention no longer keeps', async () => {
    await send(event('conversation_requested'));
    expect(await thinOut(test.database, clock.current)).toBe(0);
    expect(await thinOut(test.database, new Date(clock.current.getTime() + 91 * 86_400_000))).toBeGreaterThan(0);
    expect(await rows('select 1 from events where account_id = $1')).toEqual([]);
  });

  it('rolls up firings by rule and day', async () => {
    expect(await rollUpRuleDays(test.database)).toBe(true);
  });
});
