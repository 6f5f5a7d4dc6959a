import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Database } from '@/db/client';
import { listFirings } from '@/lib/services/firings/read';
import { createIntegration } from '@/lib/services/integrations/create';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { testDatabaseKind } from '@/lib/testing/test-database';
import { ingest } from '../ingest/ingest';
import { addRule } from '../testing/add-rule';
import { BASE_TOKEN, type BaseServer, startBaseServer } from '../testing/base-server';
import { endOf, openPlace, SECRET, startChild } from '../testing/killed-process';
import { runDeliveries } from './deliveries';

beforeAll(() => {
  vi.stubEnv('SIGNALBOX_SECRET', SECRET);
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe(`a process killed between effect and receipt on ${testDatabaseKind()}`, () => {
  it('costs one more attempt with the same key, and the log shows it', { timeout: 180_000 }, async () => {
    const server = await startBaseServer();
    const place = await openPlace();
    try {
      let database = await place.open();
      const account = await prepare(database, server);
      const [planned] = await deliveries(database);
      expect(planned).toMatchObject({ state: 'ready', attempt: 0 });
      await place.leave(database);

      const child = startChild('deliver-child', place);
      server.onCall = () => child.kill('SIGKILL');
      expect(await endOf(child)).toBe('SIGKILL');
      server.onCall = undefined;
      expect(server.orders.get('7001')).toBe('102');

      database = await place.open();
      const [left] = await deliveries(database);
      expect(left).toMatchObject({ key: planned?.key, state: 'leased', attempt: 1 });
      // As long as the lease holds nobody touches it; the clock is the test's from here.
      const clock = fakeClock(new Date());
      expect(await runDeliveries(database, clock)).toBe(0);
      clock.advance(61_000);
      expect(await runDeliveries(database, clock)).toBe(1);

      expect(server.calls).toHaveLength(2);
      expect(await deliveries(database)).toEqual([{ key: planned?.key, state: 'done', attempt: 2 }]);
      const actor = actorOf(account, 'admin');
      const [firing] = (await listFirings({ db: database, actor }, { limit: 1 })).items;
      expect(firing?.steps.map(({ state, attempt }) => [state, attempt])).toEqual([
        ['done', 2],
        ['done', 1],
      ]);
      expect(await audit(database, { now: clock.current })).toEqual([]);
      await place.leave(database);
    } finally {
      await place.close();
      await server.close();
    }
  });
});

async function prepare(database: Database, server: BaseServer): Promise<TestAccount> {
  const account = await makeAccount(database);
  await createIntegration(
    { db: database, actor: actorOf(account, 'admin') },
    { kind: 'base', name: 'Base', settings: { address: server.url }, secrets: { token: BASE_TOKEN } },
  );
  await addRule(database, account.accountId, {
    family: 'workflow',
    when: { all: [{ field: 'new_message', operator: 'is', value: null }] },
    do: [
      { action: 'set_base_order_status', status: '102' },
      { action: 'add_tag', tag: 'after' },
    ],
  });
  const said = { conversation: { id: 'c-1' }, customer: { id: 'u-1' }, occurredAt: new Date().toISOString() };
  await ingest(database, account.accountId, [
    { ...said, id: 'e-1', type: 'ticket_created', ticket: { orders: ['7001'] } },
    { ...said, id: 'e-2', type: 'message_sent', message: { id: 'm-1', text: 'Hi', sender: { type: 'customer' } } },
  ]);
  return account;
}

const deliveries = (database: Database) =>
  database.query('select idempotency_key as key, state, attempt from deliveries');
