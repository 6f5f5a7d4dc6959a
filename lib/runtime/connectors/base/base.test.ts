import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Context } from '@/lib/services/context';
import { getFiring, listFirings } from '@/lib/services/firings/read';
import { createIntegration } from '@/lib/services/integrations/create';
import { getIntegration } from '@/lib/services/integrations/read';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { eraseCustomer } from '../../conversations/erase-customer';
import { retryStep } from '../../steps/retry-step';
import { cancelRest } from '../../steps/wait-by-hand';
import { setActive } from '../../testing/add-rule';
import { BASE_TOKEN, type BaseServer, startBaseServer } from '../../testing/base-server';
import { type Desk, makeDesk, says } from '../../testing/workflow-desk';
import { runDeliveries } from '../../worker/deliveries';
import { testIntegration, testNewConnection } from '../test-connection';

let test: TestDatabase;
let server: BaseServer;
let desk: Desk;
let context: Context;
let rule: string;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});
beforeEach(async () => {
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  await test.database.query('truncate deliveries');
  server = await startBaseServer();
  desk = await makeDesk(test.database);
  context = { db: test.database, actor: actorOf(desk.account, 'admin') };
  await connect();
  [rule = ''] = await desk.add({
    when: [{ field: 'message_contains', operator: 'is', value: ['shipped'] }],
    do: [
      { action: 'add_tag', tag: 'before' },
      { action: 'set_base_order_status', status: '102' },
      { action: 'send_message', text: 'It is on its way' },
    ],
  });
  return () => server.close();
});

const connect = (token = BASE_TOKEN) =>
  createIntegration(context, { kind: 'base', name: 'Base', settings: { address: server.url }, secrets: { token } });
const run = () => runDeliveries(test.database, desk.clock);
const shipped = (orders: string[] = ['7001', '7002']) =>
  desk.send({ type: 'ticket_created', ticket: { orders } }, says('Is it shipped?'));
const firing = async () => {
  const [found] = (await listFirings(context, { limit: 1 })).items;
  if (!found) throw new Error('Nothing fired');
  return found;
};
const states = async () => (await firing()).steps.map(({ state }) => state);
const health = async () => (await getIntegration(context, 'base')).health;
const sound = async () => expect(await audit(test.database, { now: desk.clock.current })).toEqual([]);

describe('the status of linked orders', () => {
  it('is set at Base, and what follows comes after it', async () => {
    await shipped();
    expect(await states()).toEqual(['done', 'sending', 'pending']);
    expect(await desk.thread()).toEqual(['Is it shipped?']);
    await sound();
    expect(await run()).toBe(1);
    expect(Object.fromEntries(server.orders)).toEqual({ 7001: '102', 7002: '102' });
    expect(server.calls[0]).toEqual({ method: 'setOrderStatus', parameters: { order_id: 7001, status_id: 102 } });
    expect(await states()).toEqual(['done', 'done', 'done']);
    expect(await desk.thread()).toEqual(['Is it shipped?', '* It is on its way']);
    const { outcome, steps } = await firing();
    expect([outcome, steps[1]?.attempt]).toEqual(['done', 1]);
    expect(steps[1]?.result).toMatchObject({ status: '102', sent: ['7001', '7002'] });
    expect((await health()).state).toBe('working');
    await sound();
  });

  it('is left out on a ticket without orders', async () => {
    await shipped([]);
    const { steps } = await firing();
    expect(steps[1]).toMatchObject({ state: 'skipped', result: { reason: 'no_order' } });
    expect(await run()).toBe(0);
  });
});

describe('when Base does not do as asked', () => {
  it('tries again with the same key, visibly, and goes on after it', async () => {
    server.next.push('hang up', { raw: '<html>Bad gateway</html>', status: 502 }, { raw: 'nonsense', status: 200 });
    await shipped(['7001']);
    await run();
    expect((await firing()).steps[1]).toMatchObject({
      state: 'sending',
      attempt: 1,
      error: { code: 'connection_lost' },
    });
    expect(await desk.thread()).toEqual(['Is it shipped?']);
    desk.clock.advance(13_000);
    await run();
    desk.clock.advance(40_000);
    await run();
    expect((await firing()).steps[1]).toMatchObject({
      attempt: 3,
      error: { code: 'not_understood', detail: 'nonsense' },
    });
    expect((await health()).state).toBe('failing');
    desk.clock.advance(120_000);
    await run();
    expect((await firing()).steps[1]).toMatchObject({ state: 'done', attempt: 4, error: null });
    expect(await desk.thread()).toEqual(['Is it shipped?', '* It is on its way']);
    expect(await test.database.query('select distinct idempotency_key from deliveries')).toEqual([
      { idempotency_key: `${(await firing()).id}:1` },
    ]);
    await sound();
  });

  it('fails for good on an error, goes on, and is retried by hand with the same key', async () => {
    server.next.push({ error_code: 'ERROR_ORDER_ID', error_message: 'Invalid order_id' });
    await shipped(['7001']);
    await run();
    const failed = await firing();
    expect(failed.outcome).toBe('failed');
    expect(failed.steps[1]?.error).toMatchObject({ code: 'base_error', detail: 'ERROR_ORDER_ID: Invalid order_id' });
    expect(await desk.thread()).toEqual(['Is it shipped?', '* It is on its way']);
    await retryStep(test.database, desk.account.accountId, failed.id, 1, desk.clock);
    expect((await firing()).outcome).toBe('waiting');
    await sound();
    await run();
    const again = await getFiring(context, failed.id);
    expect([again.outcome, again.steps[1]?.attempt]).toEqual(['done', 2]);
    expect(await desk.thread()).toHaveLength(2);
    await sound();
  });

  it('keeps the token out of what is told and stored', async () => {
    await test.database.query('delete from integrations where account_id = $1 and kind = $2', [
      desk.account.accountId,
      'base',
    ]);
    await connect('9999-SECRET-9999');
    await shipped();
    await run();
    expect((await firing()).steps[1]?.error).toMatchObject({
      code: 'wrong_token',
      detail: expect.stringContaining('•••'),
    });
    for (const table of ['deliveries', 'firing_steps', 'integrations', 'changes'])
      expect(JSON.stringify(await test.database.query(`select * from ${table}`))).not.toContain('9999-SECRET');
  });

  it('pauses until the time that Base names, for everything that goes there', async () => {
    server.next.push({ error_code: 'ERROR_BLOCKED_TOKEN', error_message: 'Token blocked until 2026-11-20 11:30:00' });
    await shipped(['7001']);
    await run();
    // Their clock is Warsaw's.
    const until = '2026-11-20T10:30:00.000Z';
    const [delivery] = await test.database.query<{ next_at: Date }>('select next_at from deliveries');
    expect(delivery?.next_at.toISOString()).toBe(until);
    desk.clock.advance(60_000);
    await desk.send({ ...says('Another is shipped?'), conversation: { id: 'c-2' } });
    await desk.send({ type: 'ticket_updated', ticket: { orders: ['7003'] }, conversation: { id: 'c-2' } });
    await desk.send({ ...says('Really shipped?'), conversation: { id: 'c-2' } });
    await run();
    expect(server.calls).toHaveLength(1);
    desk.clock.set(until);
    await run();
    expect(Object.fromEntries(server.orders)).toEqual({ 7001: '102', 7003: '102' });
  });

  it('sends a hundred requests a minute, the rest in the next', async () => {
    await shipped(Array.from({ length: 103 }, (_, index) => String(8_000 + index)));
    await run();
    expect(server.calls).toHaveLength(100);
    expect((await firing()).steps[1]).toMatchObject({ state: 'sending', attempt: 0 });
    desk.clock.advance(60_000);
    await run();
    expect(server.calls).toHaveLength(103);
    expect(server.orders.size).toBe(103);
    expect(await states()).toEqual(['done', 'done', 'done']);
  });

  it('refuses addresses that are not public unless they are allowed', async () => {
    vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '');
    await shipped();
    await run();
    expect((await firing()).steps[1]).toMatchObject({ state: 'failed', error: { code: 'private_address' } });
    expect(server.calls).toEqual([]);
  });

  it('fails with the reason when nothing is connected any more', async () => {
    await shipped();
    await test.database.query("update integrations set active = false where account_id = $1 and kind = 'base'", [
      desk.account.accountId,
    ]);
    await run();
    expect((await firing()).steps[1]?.error).toMatchObject({ code: 'not_connected' });
  });
});

describe('what is called off', () => {
  it('with its rule is not sent', async () => {
    await shipped();
    await setActive(test.database, desk.account.accountId, rule, false);
    expect(await run()).toBe(0);
    expect(await states()).toEqual(['done', 'cancelled', 'cancelled']);
    expect(server.calls).toEqual([]);
    await sound();
  });

  it('by hand is not sent', async () => {
    await shipped();
    const { id } = await firing();
    await cancelRest(context, id, { clock: desk.clock });
    expect(await run()).toBe(0);
    expect(await states()).toEqual(['done', 'cancelled', 'cancelled']);
    await sound();
  });

  it('while it is being sent has its receipt, and nothing after it', async () => {
    await shipped(['7001']);
    const { id } = await firing();
    await test.database.query("update deliveries set state = 'leased', attempt = 1, lease_until = $1", [
      new Date(desk.clock.current.getTime() + 1_000),
    ]);
    await cancelRest(context, id, { clock: desk.clock });
    expect(await states()).toEqual(['done', 'sending', 'cancelled']);
    desk.clock.advance(2_000);
    await run();
    expect(await states()).toEqual(['done', 'done', 'cancelled']);
    expect((await firing()).outcome).toBe('cancelled');
    await sound();
  });

  it('with an erased customer leaves nothing', async () => {
    await shipped();
    await eraseCustomer(context, 'u-1');
    expect(await run()).toBe(0);
    expect(server.calls).toEqual([]);
  });
});

describe('testing the connection', () => {
  const attempt = (settings: object, token: string) =>
    testNewConnection(context, { kind: 'base', settings: { ...settings }, secrets: { token } });

  it('says that it works, and how many statuses there are', async () => {
    expect(await attempt({ address: server.url }, BASE_TOKEN)).toEqual({
      ok: true,
      checks: [{ part: 'statuses', ok: true, code: null, detail: '2' }],
    });
  });

  it('says what is wrong', async () => {
    const codeOf = async (settings: object, token: string) => (await attempt(settings, token)).checks[0]?.code;
    expect(await codeOf({ address: server.url }, 'wrong-token')).toBe('wrong_token');
    expect(await codeOf({ address: 'http://127.0.0.1:9' }, BASE_TOKEN)).toBe('connection_refused');
    expect(await codeOf({ address: 'http://nowhere.invalid' }, BASE_TOKEN)).toBe('host_not_found');
    await expect(attempt({ address: 'ftp://x' }, BASE_TOKEN)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of one that is saved is noted with it, and uses what is kept', async () => {
    expect((await health()).state).toBe('unknown');
    expect((await testIntegration(context, 'base', {})).ok).toBe(true);
    expect((await health()).state).toBe('working');
    expect((await testIntegration(context, 'base', { secrets: { token: 'wrong-token' } })).ok).toBe(false);
    expect((await health()).state).toBe('working');
  });
});
