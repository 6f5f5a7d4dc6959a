import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { openDatabase } from './client';
import { migrate } from './migrate';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase({ empty: true });
});
afterAll(() => test.close());

describe(`migrations on ${testDatabaseKind()}`, () => {
  it('build the schema once, also when two servers start together', async () => {
    const second = test.url ? await openDatabase({ url: test.url, connections: 1 }) : test.database;
    await Promise.all([migrate(test.database), migrate(second)]);
    await migrate(test.database);
    if (second !== test.database) await second.close();
    const applied = await test.database.query('select hash from drizzle.__drizzle_migrations');
    expect(new Set(applied.map((row) => row.hash)).size).toBe(applied.length);
    expect(applied.length).toBeGreaterThan(0);
  });

  it('lead every key with the account', async () => {
    // Secrets and public logos are looked up before an account is known; due work is looked up for all accounts.
    const exceptions = ['accounts', 'sign_in_attempts', 'api_tokens_hash', 'widget_sessions_token'];
    exceptions.push('channel_logos_digest', 'users_invitation', 'users_sign_in', 'firing_steps_due', 'deliveries_next');
    // An index of what stands in lists has no first column to speak of.
    exceptions.push('conversations_tags', 'conversations_orders');
    const indexes = await test.database.query<{ name: string; table: string; first: string }>(
      `select i.relname as name, t.relname as table, pg_get_indexdef(x.indexrelid, 1, true) as first
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       where t.relnamespace = 'public'::regnamespace`,
    );
    const others = indexes.filter(({ first, name, table }) => first !== 'account_id' && !isException(name, table));
    expect(others).toEqual([]);
    expect(indexes.length).toBeGreaterThan(60);

    function isException(name: string, table: string): boolean {
      return exceptions.includes(name) || exceptions.includes(table);
    }
  });

  it('keep room on the pages of rows that are updated', async () => {
    const options = await test.database.query(
      `select relname as name, reloptions as options from pg_class where reloptions is not null and relkind = 'r'
       and relnamespace = 'public'::regnamespace order by relname`,
    );
    expect(options).toEqual([
      { name: 'conversations', options: ['fillfactor=80'] },
      { name: 'deliveries', options: ['fillfactor=70'] },
      { name: 'firing_steps', options: ['fillfactor=70'] },
    ]);
  });
});
