import { afterAll, beforeAll, expect, it } from 'vitest';
import { resetAllowances } from '@/lib/http/allowance';
import { intakeOf } from '@/lib/runtime/ingest/ingest';
import { ingestBatch } from '@/lib/runtime/ingest/ingest-batch';
import { Lanes } from '@/lib/runtime/ingest/lanes';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { POST } from './v1/events/route';

const token = 'a-token-of-the-environment-for-tests-only';
const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;
let accountId: string;

beforeAll(async () => {
  process.env.SIGNALBOX_API_TOKEN = token;
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
  ({ accountId } = await makeAccount(test.database));
  resetAllowances();
});
afterAll(() => test.close());

const post = (events: readonly object[]) =>
  POST(
    new Request('http://localhost:3000/api/v1/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
    }),
    { params: Promise.resolve({}) },
  );

/** Names no channel, so that thousands of them are answered without being written. */
const misdirected = (id: string) => ({
  id,
  type: 'message_sent',
  occurredAt: new Date().toISOString(),
  channel: 'nowhere',
  conversation: { id: 'c-1' },
  customer: { id: 'u-1' },
  message: { id: `m-${id}`, text: 'Hi', sender: { type: 'customer' } },
});

it('tells senders to come back when too many events wait, and answers all that it took', async () => {
  const { lanes, rules, known } = intakeOf(test.database);
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  // As if the database stood still until it is opened.
  const run = async (items: Parameters<typeof ingestBatch>[2]) => {
    await opened;
    return ingestBatch(test.database, accountId, items, { rules, known });
  };
  lanes.set(accountId, new Lanes(run));
  // Each lane takes at most 500 and 20,000 may wait: of these at least six are too many.
  const batch = Array.from({ length: 500 }, (_, index) => misdirected(`${index}`));
  const sent = Array.from({ length: 48 }, () => post(batch));
  // Nothing can be answered yet but by a refusal.
  const refused = await Promise.race(sent);
  expect(refused.status, await refused.clone().text()).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 429, code: 'too_busy' });
  open();
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(40);
  expect((await post(batch)).status).toBe(200);
}, 120_000);
