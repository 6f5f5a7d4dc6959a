import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { ingest } from './ingest';

let test: TestDatabase;
/** As another process would have it; the embedded database admits one handle. */
let other: Database;
let accountId: string;

beforeAll(async () => {
  test = await testDatabase();
  other = test.url ? await openDatabase({ url: test.url, connections: 3 }) : test.database;
  ({ accountId } = await makeAccount(test.database));
  const online = { id: 'online', type: 'agent_status_changed', agent: 'ada', status: 'online' };
  await ingest(test.database, accountId, [{ ...online, occurredAt: '2026-01-05T10:00:00Z' }]);
});
afterAll(async () => {
  if (other !== test.database) await other.close();
  await test.close();
});

const said = (id: string, conversation: string, text: string) => ({
  ...{ id, type: 'message_sent', occurredAt: '2026-01-05T10:00:00Z', channel: 'web' },
  ...{ conversation: { id: conversation }, customer: { id: `of ${conversation}` } },
  message: { id: `m ${id}`, text, sender: { type: 'customer' } },
});

/** Both at the same time, from two processes; what the two were answered, in order of the words. */
async function race(a: object, b: object): Promise<string[]> {
  const [first, second] = await Promise.all([ingest(test.database, accountId, [a]), ingest(other, accountId, [b])]);
  return [...first.results, ...second.results].map(({ status, errors }) => errors?.[0]?.code ?? status).sort();
}

const stored = async (keys: string) => {
  const [row] = await test.database.query<{ events: number; keys: number; messages: number }>(
    `select (select count(*)::int from events where account_id = $1 and ext_id like $2) as events,
      (select count(*)::int from event_keys where account_id = $1 and ext_id like $2) as keys,
      (select count(*)::int from messages where account_id = $1 and client_id like 'm ' || $2) as messages`,
    [accountId, keys],
  );
  return row;
};

const ROUNDS = 20;

it('takes an event once that comes twice at the same time, in a conversation that is new and in one that is not', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const event = said(`new-${round}`, `c-${round}`, 'Hello');
    expect(await race(event, event)).toEqual(['accepted', 'duplicate']);
    const next = said(`next-${round}`, `c-${round}`, 'Are you there?');
    expect(await race(next, next)).toEqual(['accepted', 'duplicate']);
  }
  expect(await stored('new-%')).toEqual({ events: ROUNDS, keys: ROUNDS, messages: ROUNDS });
  expect(await stored('next-%')).toEqual({ events: ROUNDS, keys: ROUNDS, messages: ROUNDS });
});

it('takes one of two events that bear the same id in two conversations, and leaves nothing of the other', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await ingest(test.database, accountId, [
      said(`a-${round}`, `a-${round}`, 'One'),
      said(`b-${round}`, `b-${round}`, 'Two'),
    ]);
    const [one, two] = [said(`same-${round}`, `a-${round}`, 'Mine'), said(`same-${round}`, `b-${round}`, 'Mine too')];
    expect(await race(one, two)).toEqual(['accepted', 'id_reused']);
  }
  expect(await stored('same-%')).toEqual({ events: ROUNDS, keys: ROUNDS, messages: ROUNDS });
});

it('takes an agent’s status once, which has no conversation to wait for', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const event = {
      id: `status-${round}`,
      type: 'agent_status_changed',
      agent: 'ada',
      status: round % 2 ? 'away' : 'online',
    };
    const at = { ...event, occurredAt: '2026-01-05T10:00:00Z' };
    expect(await race(at, at)).toEqual(['accepted', 'duplicate']);
  }
  expect(await stored('status-%')).toMatchObject({ events: ROUNDS, keys: ROUNDS });
});
