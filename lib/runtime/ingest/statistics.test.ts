import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { drainIngest, ingest } from './ingest';
import { Statistics } from './statistics';

describe('statistics', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  it('are gathered while a new database fills', async () => {
    const { database } = test;
    const { accountId } = await makeAccount(database);
    const events = Array.from({ length: 600 }, (_, index) => ({
      ...{ id: `e-${index}`, type: 'conversation_requested', occurredAt: '2026-01-05T10:00:00Z', channel: 'web' },
      ...{ conversation: { id: `c-${index}` }, customer: { id: `u-${index}` } },
    }));
    const counted = async () => {
      const [row] = await database.query(`select reltuples::int as rows from pg_class where relname = 'event_keys'`);
      return Number(row?.rows);
    };
    await ingest(database, accountId, events.slice(0, 300));
    await drainIngest(database);
    expect(await counted()).toBeLessThanOrEqual(300);
    const { results } = await ingest(database, accountId, events.slice(300));
    expect(results.every(({ status }) => status === 'accepted')).toBe(true);
    await drainIngest(database);
    expect(await counted()).toBe(600);
  });

  it('are gathered at every tenfold, never twice at once, and outlive a failure', async () => {
    const asked: { sql: string; end: (error?: Error) => void }[] = [];
    const query = (sql: string) =>
      new Promise<never[]>((resolve, reject) =>
        asked.push({ sql, end: (error) => (error ? reject(error) : resolve([])) }),
      );
    const statistics = new Statistics({ ...test.database, query: query as typeof test.database.query });
    const grow = (times: number) => {
      for (let batch = 0; batch < times; batch++) statistics.grew(100);
      return asked.length;
    };
    expect(grow(4)).toBe(0);
    expect(grow(1)).toBe(1);
    expect(asked[0]?.sql).toMatch(/^analyze .*\bevent_keys\b/);
    expect(grow(60)).toBe(1);
    asked[0]?.end(new Error('The connection was lost'));
    await statistics.idle();
    expect(grow(1)).toBe(2);
    asked[1]?.end();
    await statistics.idle();
    expect(grow(500)).toBe(2);
  });
});
