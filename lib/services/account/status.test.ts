import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { createAgent } from '../agents/create';
import type { Context } from '../context';
import { readAccountStatus } from './status';

let test: TestDatabase;
let home: TestAccount;
let admin: Context;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  admin = { db: test.database, actor: actorOf(home, 'admin') };
  const elsewhere = await makeAccount(test.database);
  await set(elsewhere.users.admin.agentId, 'online');
  for (const user of Object.values(home.users)) await set(user.agentId, 'invisible');
  await test.database.query(`update users set password_hash = 'x' where account_id = $1`, [home.accountId]);
});
afterAll(() => test.close());

/** By the API without `seen`; else in a browser that was last seen so many seconds ago. */
async function set(agent: string, status: string, seen?: number): Promise<void> {
  await test.database.query(
    `update agents set status = $2, presence = $3, seen_at = now() - make_interval(secs => $4) where id = $1`,
    [agent, status, seen === undefined ? 'api' : 'browser', seen ?? null],
  );
}

it('is online while any agent is, else away while any is, else invisible', async () => {
  const { lead, agent } = home.users;
  const groups = (support: string) => expect.arrayContaining([{ key: 'support', status: support }]);
  const nobody = { status: 'invisible', online: 0, away: 0, apart: [], groups: groups('invisible') };
  expect(await readAccountStatus(admin)).toEqual(nobody);
  await set(lead.agentId, 'away');
  expect(await readAccountStatus(admin)).toMatchObject({ status: 'away', online: 0, away: 1 });
  await set(agent.agentId, 'online', 5);
  expect(await readAccountStatus(admin)).toMatchObject({ status: 'online', online: 1, away: 1, apart: [] });
  await set(agent.agentId, 'online', 90);
  expect(await readAccountStatus(admin)).toMatchObject({ status: 'away', online: 0, away: 1 });
  await test.database.query('update agents set active = false where id = $1', [lead.agentId]);
  expect(await readAccountStatus(admin)).toEqual(nobody);
});

it('counts and names agents who are no active user, and says the status of each group', async () => {
  const { agent } = home.users;
  await set(agent.agentId, 'away');
  const zoe = await createAgent(admin, { name: 'Zoé', groups: ['sales'] });
  await set(zoe.id, 'online');
  const away = await createAgent(admin, { name: 'Alba' });
  await set(away.id, 'away');
  const hidden = await createAgent(admin, { name: 'Hidden' });
  await set(hidden.id, 'invisible');
  const apart = [
    { key: zoe.key, name: 'Zoé', status: 'online' },
    { key: away.key, name: 'Alba', status: 'away' },
  ];
  const after = await readAccountStatus({ ...admin, actor: actorOf(home, 'agent') });
  expect(after).toMatchObject({ status: 'online', online: 1, away: 2, apart });
  expect(Object.fromEntries(after.groups.map(({ key, status }) => [key, status]))).toMatchObject({ sales: 'online' });

  await test.database.query('update users set active = false where id = $1', [agent.id]);
  const { apart: then } = await readAccountStatus(admin);
  expect(then.map(({ key }) => key)).toEqual([zoe.key, away.key, agent.agentKey]);
});
