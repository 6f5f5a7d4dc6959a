import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { TriggerQuery } from '@/lib/contracts/trigger';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { triggers } from '../triggers/family';
import { firedLately } from './choices';
import { listRules } from './list';
import { listStatements } from './list-statements';

let database: Database;
let close: () => Promise<void>;
let lead: Context;
let accountId: string;

/** One account with 2,000 rules among others with 8,000. */
beforeAll(async () => {
  const opened = await testDatabase();
  database = opened.database;
  close = opened.close;
  for (let index = 0; index < 5; index++) {
    const account = await makeAccount(database);
    accountId = account.accountId;
    lead = { db: database, actor: actorOf(account, 'lead') };
    await database.query(
      `insert into rules (account_id, id, family, name, description, active, body, changed_in, search, updated_at)
        select $1, gen_random_uuid(), 'trigger', 'Rule ' || n, 'About topic ' || n % 50, n % 3 = 0,
          '{"on": "message_sent", "when": {"all": []}, "do": []}', 1, 'rule ' || n || chr(10) || 'about topic ' || n % 50,
          now() - n * interval '1 minute' from generate_series(1, 2000) n`,
      [accountId],
    );
    await database.query(
      `insert into rule_days (account_id, rule_id, day, fired, failed)
        select account_id, id, (now() at time zone 'UTC')::date - d, length(name) + d, d % 2 from rules cross join generate_series(0, 8) d
        where account_id = $1 and name like '%7'`,
      [accountId],
    );
  }
  await database.query('analyze rules');
  await database.query('analyze rule_days');
});
afterAll(() => close());

const query = (given: Partial<TriggerQuery>): TriggerQuery => ({ page: 1, pageSize: 50, ...given });
const names = async (given: Partial<TriggerQuery>) =>
  (await listRules(triggers, lead, query(given))).items.map(({ name }) => name);

describe('a long list', () => {
  it('pages without losing or repeating, in every order', async () => {
    for (const sort of ['status', 'name', 'changed', 'fired'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const seen = new Set<string>();
        for (let page = 1; page <= 10; page++)
          for (const name of await names({ sort, order, page, pageSize: 200 })) seen.add(name);
        expect(seen.size).toBe(2_000);
      }
    }
  });

  it('sorts by status and name by default, the newest change first on demand', async () => {
    expect(await names({ pageSize: 3 })).toEqual(['Rule 1002', 'Rule 1005', 'Rule 1008']);
    expect(await names({ sort: 'changed', pageSize: 2 })).toEqual(['Rule 1', 'Rule 2']);
    expect((await names({ sort: 'fired', pageSize: 1 }))[0]).toMatch(/7$/);
  });

  it('counts the last seven days, today last', async () => {
    const { items } = await listRules(triggers, lead, query({ search: 'rule 1997' }));
    // "Rule 1997" fired 9 times today and one more each day back.
    expect(items[0]).toMatchObject({ fired: 84, failed: 3, days: [15, 14, 13, 12, 11, 10, 9] });
  });

  it('counts what fired since the last roll-up too, each firing once', async () => {
    const rule = async (name: string) => {
      const { items } = await listRules(triggers, lead, query({ search: name }));
      return items.find((item) => item.name === name);
    };
    for (const [name, state] of Object.entries({ a: 'done', b: 'failed', c: 'skipped', d: 'done' })) {
      await database.query(
        `insert into firings (account_id, id, event_id, rule_id, family, rule_version, state, created_at)
          values ($1, $2, $2, $3, 'trigger', 1, $4, now())`,
        [accountId, uuidV7(), (await rule(name === 'd' ? 'Rule 1997' : 'Rule 1996'))?.id, state],
      );
    }
    expect(await rule('Rule 1996')).toMatchObject({ fired: 2, failed: 1, days: [0, 0, 0, 0, 0, 0, 2] });
    expect(await firedLately(lead, (await rule('Rule 1996'))?.id ?? '')).toBe(2);
    expect(await rule('Rule 1997')).toMatchObject({ fired: 84, failed: 3, days: [15, 14, 13, 12, 11, 10, 9] });
  });

  it('finds by two letters, and takes signs of patterns literally', async () => {
    expect((await listRules(triggers, lead, query({ search: 'TO' }))).total).toBe(2_000);
    for (const search of ['%', '_', '\\']) expect((await listRules(triggers, lead, query({ search }))).total).toBe(0);
  });

  it('reads one account’s rows by an index, whatever it is asked', async () => {
    for (const search of [undefined, 'to']) {
      for (const sort of ['status', 'name', 'changed', 'fired'] as const) {
        for (const { sql, params } of Object.values(listStatements(accountId, 'trigger', query({ search, sort })))) {
          const plan = (await database.query(`explain ${sql}`, params)).map((row) => Object.values(row)[0]).join('\n');
          expect(plan).not.toMatch(/Seq Scan on (rules|rule_days)/);
        }
      }
    }
  });
});
