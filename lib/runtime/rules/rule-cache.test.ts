import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { addRules } from '../testing/add-rule';
import { deltaStatement, RuleCache } from './rule-cache';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const rule = {
  on: 'message_sent',
  when: { all: [{ field: 'message', operator: 'contains', value: 'help' }] },
  do: [{ action: 'send_message', sender: 'Bot', text: 'Hello' }],
};

/** Accounts with so many rules each. */
async function accountsWith(...counts: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const count of counts) {
    const { accountId } = await makeAccount(test.database);
    await addRules(
      test.database,
      accountId,
      Array.from({ length: count }, () => rule),
    );
    ids.push(accountId);
  }
  return ids;
}

describe('rules of many accounts', () => {
  it('are dropped where they were not used for longest', async () => {
    const [a = '', b = '', c = ''] = await accountsWith(1, 1, 1);
    const cache = new RuleCache(test.database, { accounts: 2 });
    for (const account of [a, b, a, c]) await cache.get(account);
    expect(cache.held).toEqual([a, c]);
    expect((await cache.get(b)).size).toBe(1);
    expect(cache.held).toEqual([c, b]);
  });

  it('are dropped where there are too many in all, never those just asked for', async () => {
    const [a = '', b = '', many = ''] = await accountsWith(3, 3, 20);
    const cache = new RuleCache(test.database, { rules: 10 });
    for (const account of [a, b]) await cache.get(account);
    expect(cache.held).toEqual([a, b]);
    expect((await cache.get(many)).size).toBe(20);
    expect(cache.held).toEqual([many]);
  });

  it('are read once for all who ask at the same time', async () => {
    const [a = ''] = await accountsWith(2);
    const cache = new RuleCache(test.database);
    const [first, second] = await Promise.all([cache.get(a), cache.get(a)]);
    expect(first).toBe(second);
  });
});

describe('what changed since', () => {
  it('is found without reading the rules that did not, though the plan was made for any version', async () => {
    const [account = ''] = await accountsWith(2_000);
    await test.database.query('vacuum (analyze) rules');
    const plan = await test.database.transaction(async (tx) => {
      await tx.query('set local plan_cache_mode = force_generic_plan');
      await tx.query(`prepare delta (uuid, bigint) as ${deltaStatement(account, 0).sql}`);
      const [row] = await tx.query(`explain (analyze, format json) execute delta ('${account}', 1000000)`);
      await tx.query('deallocate delta');
      return JSON.stringify(row);
    });
    expect(plan).toContain('rules_changed_in');
    expect(plan).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"rules"/);
  });
});
