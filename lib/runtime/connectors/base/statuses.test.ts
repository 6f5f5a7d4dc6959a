import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '@/lib/services/context';
import { createIntegration } from '@/lib/services/integrations/create';
import { getIntegration } from '@/lib/services/integrations/read';
import { updateIntegration } from '@/lib/services/integrations/update';
import { ruleChoices } from '@/lib/services/rules/choices';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { BASE_TOKEN, type BaseServer, startBaseServer } from '../../testing/base-server';
import { type Desk, makeDesk, says } from '../../testing/workflow-desk';
import { runDeliveries } from '../../worker/deliveries';
import { readOptions } from '../offered';

let test: TestDatabase;
let server: BaseServer;
let desk: Desk;
let context: Context;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});
beforeEach(async () => {
  await test.database.query('truncate deliveries');
  server = await startBaseServer();
  desk = await makeDesk(test.database);
  context = { db: test.database, actor: actorOf(desk.account, 'admin') };
  await createIntegration(context, {
    ...{ kind: 'base', name: 'Base', settings: { address: server.url } },
    secrets: { token: BASE_TOKEN },
  });
  return () => server.close();
});

const health = async () => (await getIntegration(context, 'base')).health;
const run = () => runDeliveries(test.database, desk.clock);

async function shipped(orders: string[]): Promise<void> {
  await desk.add({
    when: [{ field: 'message_contains', operator: 'is', value: ['shipped'] }],
    do: [{ action: 'set_base_order_status', status: '102' }],
  });
  await desk.send({ type: 'ticket_created', ticket: { orders } }, says('Is it shipped?'));
}

describe('the statuses to choose from', () => {
  const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
  const at = (minutes: number) => new Date(desk.clock.current.getTime() + minutes * 60_000);
  const read = (minutes = 0, anew = false) => readOptions(context, 'base', { anew, now: at(minutes) });

  it('are read from Base once, kept for a quarter of an hour, and read anew by hand', async () => {
    expect(await read()).toEqual({
      items: [
        { id: '101', name: 'New orders' },
        { id: '102', name: 'Shipped' },
      ],
      ...{ readAt: at(0).toISOString(), expiresAt: at(15).toISOString(), error: null, detail: null },
    });
    server.statuses.push({ id: 103, name: 'Returned' });
    expect(ids(await read(14))).toEqual(['101', '102']);
    expect(server.calls).toHaveLength(1);
    expect(ids(await read(14, true))).toEqual(['101', '102', '103']);
    server.statuses.shift();
    expect(ids(await read(28))).toEqual(['101', '102', '103']);
    expect(ids(await read(29))).toEqual(['102', '103']);
    expect(server.calls.map(({ method }) => method)).toEqual(Array(3).fill('getOrderStatusList'));
  });

  it('stay as they were when Base fails, with what it said and not at once again', async () => {
    await read();
    server.next.push({ error_code: 'ERROR_INTERNAL', error_message: `Not now, ${BASE_TOKEN}` });
    const failed = await read(16);
    expect(ids(failed)).toEqual(['101', '102']);
    expect(failed).toMatchObject({
      ...{ readAt: at(0).toISOString(), error: 'base_error', detail: 'ERROR_INTERNAL: Not now, •••' },
    });
    expect((await health()).state).toBe('failing');
    expect((await read(16)).error).toBe('base_error');
    expect(server.calls).toHaveLength(2);
    expect((await read(17)).error).toBeNull();
    expect((await health()).state).toBe('working');
  });

  it('wait while the token is blocked, as what is sent does', async () => {
    await read();
    server.next.push({ error_code: 'ERROR_BLOCKED_TOKEN', error_message: 'Token blocked until 2026-11-20 11:30:00' });
    expect(await read(1, true)).toMatchObject({ error: 'blocked' });
    expect(await read(2, true)).toMatchObject({ error: 'paused', readAt: at(0).toISOString() });
    expect(server.calls).toHaveLength(2);
    desk.clock.set('2026-11-20T10:30:00.000Z');
    expect(await read(0, true)).toMatchObject({ error: null });
  });

  it('wait as long as Base asks with a 429', async () => {
    server.next.push({ raw: 'Slow down', status: 429, headers: { 'retry-after': '120' } });
    expect(await read()).toMatchObject({ items: [], readAt: null, error: 'too_many_requests' });
    await shipped(['7001']);
    await run();
    expect(server.calls).toHaveLength(1);
    expect(await read(1, true)).toMatchObject({ error: 'paused' });
    desk.clock.advance(120_000);
    await run();
    expect(server.orders.get('7001')).toBe('102');
  });

  it('count as a request of the minute', async () => {
    await test.database.query(
      `update integrations set state = state || jsonb_build_object('minute', $2::int, 'requests', 100) where account_id = $1`,
      [desk.account.accountId, Math.floor(desk.clock.current.getTime() / 60_000)],
    );
    expect(await read()).toMatchObject({ error: 'requests_used_up' });
    expect(server.calls).toEqual([]);
    expect((await read(1)).error).toBeNull();
  });

  it('are forgotten when it is connected otherwise', async () => {
    await read();
    await updateIntegration(context, 'base', { name: 'Our Base' });
    expect(ids(await read(1))).toEqual(['101', '102']);
    await updateIntegration(context, 'base', { settings: { address: 'http://127.0.0.1:9' } });
    expect(await read(1)).toMatchObject({ items: [], readAt: null, error: 'connection_refused' });
  });

  it('are for those who may read, read anew by those who write rules, and only where there are any', async () => {
    const as = (role: 'lead' | 'agent') => ({ ...context, actor: actorOf(desk.account, role) });
    expect(ids(await readOptions(as('agent'), 'base', { now: at(0) }))).toEqual(['101', '102']);
    await expect(readOptions(as('agent'), 'base', { anew: true, now: at(0) })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(ids(await readOptions(as('lead'), 'base', { anew: true, now: at(0) }))).toEqual(['101', '102']);
    await createIntegration(context, { kind: 'source', name: 'Allegro', settings: {} });
    await expect(readOptions(context, 'allegro')).rejects.toMatchObject({ code: 'not_found' });
    const other = { ...context, actor: actorOf(await makeAccount(test.database), 'admin') };
    await expect(readOptions(other, 'base')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('name what a rule sets, wherever rules are said in words', async () => {
    expect((await ruleChoices(context)).offered).toEqual({});
    await read();
    expect((await ruleChoices(context)).offered.base).toContainEqual({ key: '102', name: 'Shipped' });
  });
});
