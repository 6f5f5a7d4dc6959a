import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { metricsText } from '@/lib/http/metrics';
import { createIntegration } from '@/lib/services/integrations/create';
import { updateIntegration } from '@/lib/services/integrations/update';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';

let test: TestDatabase;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});

const gauges = async (name: string) => {
  const { text } = await metricsText(async () => test.database);
  return text.split('\n').filter((line) => line.startsWith(`${name}{`));
};
const state = (key: string, value: object) =>
  test.database.query('update integrations set state = $2::text::jsonb where key = $1', [key, JSON.stringify(value)]);

it('tells by kind how what is connected is doing, in numbers alone', async () => {
  const context = { db: test.database, actor: actorOf(await makeAccount(test.database), 'admin') };
  const other = { db: test.database, actor: actorOf(await makeAccount(test.database), 'admin') };
  const base = { kind: 'base', name: 'Base', secrets: { token: 'TOKEN-1234567' } };
  const model = { kind: 'ai', name: 'Model', settings: { address: 'https://api.example.com/v1', model: 'small' } };
  await createIntegration(context, base);
  await createIntegration(other, base);
  await createIntegration(context, model);
  expect(await gauges('signalbox_integrations')).toEqual([
    'signalbox_integrations{kind="ai",state="unknown"} 1',
    'signalbox_integrations{kind="base",state="unknown"} 2',
  ]);
  const now = new Date().toISOString();
  await state('base', { lastErrorAt: now, lastError: 'timed_out' });
  await state('model', { lastSuccessAt: now });
  expect(await gauges('signalbox_integrations')).toEqual([
    'signalbox_integrations{kind="ai",state="working"} 1',
    'signalbox_integrations{kind="base",state="failing"} 2',
  ]);
  const until = new Date(Date.now() + 600_000).toISOString();
  await state('base', { lastErrorAt: now, lastError: 'blocked', pausedUntil: until });
  expect(await gauges('signalbox_integrations')).toContain('signalbox_integrations{kind="base",state="paused"} 2');
  for (const each of [context, other]) await updateIntegration(each, 'base', { active: false });
  await updateIntegration(context, 'model', { active: false });
  expect(await gauges('signalbox_integrations')).toEqual([]);
});

it('tells how many effects wait and how many are being sent', async () => {
  const { accountId } = await makeAccount(test.database);
  const now = new Date();
  for (const [key, state] of [
    ['a', 'ready'],
    ['b', 'ready'],
    ['c', 'leased'],
    ['d', 'done'],
  ])
    await test.database.query(
      `insert into deliveries (account_id, idempotency_key, kind, payload, state, next_at, created_at)
        values ($1, $2, 'base', '{}', $3, $4, $4)`,
      [accountId, key, state, now],
    );
  expect(await gauges('signalbox_deliveries')).toEqual([
    'signalbox_deliveries{state="ready"} 2',
    'signalbox_deliveries{state="leased"} 1',
  ]);
});

it('still answers when the database does not', async () => {
  const { text } = await metricsText(() => Promise.reject(new Error('gone')));
  expect(text).toContain('signalbox_process_cpu_seconds_total');
});
