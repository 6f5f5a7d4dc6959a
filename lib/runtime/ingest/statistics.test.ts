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

  it('are gathered at every tenfold, not twice at once, and not where the database knows as much', async () => {
    const analyzed: number[] = [];
    let known = -1;
    let events = 0;
    const query = async (sql: string) => {
      if (!sql.startsWith('analyze')) return [{ reltuples: known }];
      analyzed.push(events);
      if (analyzed.length === 1) throw new Error('The connection was lost');
      return [];
    };
    const statistics = new Statistics({ ...test.database, query: query as typeof test.database.query });
    const grow = async (batches: number) => {
      for (let batch = 0; batch < batches; batch++) {
        events += 100;
        statistics.grew(100);
        statistics.grew(0);
        await statistics.idle();
      }
      return analyzed;
    };
    expect(await grow(4)).toEqual([]);
    expect(await grow(45)).toEqual([500]);
    expect(await grow(1)).toEqual([500, 5_000]);
    known = 60_000;
    expect(await grow(450)).toEqual([500, 5_000]);
    expect(await grow(4_500)).toEqual([500, 5_000, 500_000]);
  });
});
