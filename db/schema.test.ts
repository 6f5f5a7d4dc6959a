import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { agentGroups, channels, groups, rules } from './schema';
import { uuidV7 } from './uuid-v7';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

describe(`schema on ${testDatabaseKind()}`, () => {
  it('makes references to another account impossible', async () => {
    const { drizzle } = test.database;
    const [mine, other] = [await makeAccount(test.database), await makeAccount(test.database)];
    const { accountId } = mine;
    const attempts = [
      drizzle.insert(agentGroups).values({ accountId, agentId: mine.users.lead.agentId, groupId: other.groups.sales }),
      drizzle
        .insert(channels)
        .values({ accountId, id: uuidV7(), key: 'x', name: 'X', kind: 'web', brandId: other.brands.main }),
      drizzle
        .insert(groups)
        .values({ accountId, id: uuidV7(), key: 'x', name: 'X', overflowGroupId: other.groups.sales }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: '23503' });
  });

  it('keeps names of rules unique without regard to case, among those not deleted', async () => {
    const { accountId } = await makeAccount(test.database);
    const add = (name: string, deletedAt?: Date) =>
      test.database.drizzle
        .insert(rules)
        .values({ accountId, id: uuidV7(), family: 'trigger', name, body: {}, changedIn: 1, deletedAt });
    await add('First Reply', new Date());
    await add('First Reply');
    await expect(add('FIRST reply')).rejects.toMatchObject({ code: '23505', constraint: 'rules_name' });
  });

  it('gives an account its system statuses, brand, group and channel', async () => {
    const { accountId } = await makeAccount(test.database, { language: 'fr' });
    const statuses = await test.database.query(
      'select key, name, class from statuses where account_id = $1 and system order by position',
      [accountId],
    );
    expect(statuses.map((status) => status.key)).toEqual('new open pending in_pending solved closed spam'.split(' '));
    expect(statuses[4]).toEqual({ key: 'solved', name: 'Résolu', class: 'closed' });
    const [set] = await test.database.query('select version from rule_sets where account_id = $1', [accountId]);
    expect(set).toEqual({ version: 1 });
  });
});
