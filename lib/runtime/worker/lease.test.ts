/** While another side takes its time the lease of its effect is renewed: nobody else begins. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIntegration } from '@/lib/services/integrations/create';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { BASE_TOKEN, type BaseServer, startBaseServer } from '../testing/base-server';
import { type Desk, makeDesk, says } from '../testing/workflow-desk';
import { runLane } from './deliveries';

let test: TestDatabase;
let server: BaseServer;
let desk: Desk;

beforeEach(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  test = await testDatabase();
  server = await startBaseServer();
  desk = await makeDesk(test.database);
  const context = { db: test.database, actor: actorOf(desk.account, 'admin') };
  await createIntegration(context, {
    ...{ kind: 'base', name: 'Base', settings: { address: server.url } },
    secrets: { token: BASE_TOKEN },
  });
  await desk.add({
    when: [{ field: 'message_contains', operator: 'is', value: ['shipped'] }],
    do: [{ action: 'set_base_order_status', status: '102' }],
  });
  await desk.send({ type: 'ticket_created', ticket: { orders: ['7001'] } }, says('Is it shipped?'));
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await server.close();
  await test.close();
});

const lease = async () => {
  const [row] = await test.database.query<{ until: Date | null; state: string; attempt: number }>(
    'select lease_until as until, state, attempt from deliveries',
  );
  return row;
};
const seconds = async () => ((await lease())?.until?.getTime() ?? 0) / 1_000 - desk.clock.current.getTime() / 1_000;

it('as long as the process lives, so that one slow answer is one attempt', async () => {
  // The renewal alone goes by this clock; requests and the database by the real one.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server.hold();
  const sending = runLane(test.database, 'base', desk.clock);
  await vi.waitFor(() => expect(server.calls).toHaveLength(1), { timeout: 20_000 });
  expect(await seconds()).toBe(60);
  for (const expected of [80, 100]) {
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(async () => expect(await seconds()).toBe(expected), { timeout: 20_000 });
  }
  desk.clock.advance(70_000);
  expect(await runLane(test.database, 'base', desk.clock)).toBe(0);
  expect(server.calls).toHaveLength(1);
  server.release();
  await sending;
  expect(await lease()).toMatchObject({ state: 'done', attempt: 1, until: null });
  // What is done is renewed no more.
  expect(vi.getTimerCount()).toBe(0);
  expect(server.orders.get('7001')).toBe('102');
});

it('and ends with it: another takes over once the time is up, under the same key', async () => {
  const keys = 'select idempotency_key as key from deliveries';
  const before = await test.database.query(keys);
  await test.database.query("update deliveries set state = 'leased', attempt = 1, lease_until = $1", [
    new Date(desk.clock.current.getTime() + 60_000),
  ]);
  desk.clock.advance(59_999);
  expect(await runLane(test.database, 'base', desk.clock)).toBe(0);
  desk.clock.advance(1);
  expect(await runLane(test.database, 'base', desk.clock)).toBe(1);
  expect(await lease()).toMatchObject({ state: 'done', attempt: 2 });
  expect(await test.database.query(keys)).toEqual(before);
});
