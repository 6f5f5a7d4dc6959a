import { createAccount, type NewAccount } from '@/db/account-defaults';
import type { Queries } from '@/db/database';
import { agentGroups, agents, brands, channels, groups, users } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';

export interface TestUser {
  id: string;
  email: string;
  name: string;
  role: 'admin' | 'lead' | 'agent';
  agentId: string;
  agentKey: string;
}

export interface TestAccount {
  accountId: string;
  key: string;
  users: { admin: TestUser; lead: TestUser; agent: TestUser };
  /** `support` (all three agents) and `sales` (nobody), by key. */
  groups: { support: string; sales: string };
  brands: { main: string; second: string };
  channels: { api: string; web: string };
}

let count = 0;

/** An account as after set-up: three users with their agents, two groups, two brands, channels `api` and `web`. */
export async function makeAccount(db: Queries, overrides: Partial<NewAccount> = {}): Promise<TestAccount> {
  const key = overrides.key ?? `account-${++count}-${uuidV7().slice(-6)}`;
  const created = await createAccount(db, { name: 'Example Shop', ...overrides, key });
  const { accountId, brandId, groupId } = created;
  const sales = uuidV7();
  const second = uuidV7();
  const web = uuidV7();
  await db.drizzle.insert(groups).values({ accountId, id: sales, key: 'sales', name: 'Sales' });
  await db.drizzle.insert(brands).values({ accountId, id: second, key: 'second', name: 'Second brand', active: false });
  await db.drizzle.insert(channels).values({
    ...{ accountId, id: web, key: 'web', name: 'Web Widget', kind: 'web', brandId, defaultGroupId: groupId },
  });
  return {
    accountId,
    key,
    users: {
      admin: await makeUser(db, accountId, { key: 'ada', name: 'Ada Admin', role: 'admin', groupIds: [groupId] }),
      lead: await makeUser(db, accountId, { key: 'lea', name: 'Lea Lead', role: 'lead', groupIds: [groupId] }),
      agent: await makeUser(db, accountId, { key: 'amin', name: 'Amin Agent', role: 'agent', groupIds: [groupId] }),
    },
    groups: { support: groupId, sales },
    brands: { main: brandId, second },
    channels: { api: created.channelId, web },
  };
}

export interface NewUser {
  key: string;
  name: string;
  role: TestUser['role'];
  groupIds?: readonly string[];
  status?: 'online' | 'away' | 'invisible';
  passwordHash?: string;
}

/** A user and the agent behind it; the agent's status is set through the API, so it does not decay. */
export async function makeUser(db: Queries, accountId: string, user: NewUser): Promise<TestUser> {
  const { key, name, role, groupIds = [], status = 'invisible', passwordHash } = user;
  const id = uuidV7();
  const agentId = uuidV7();
  const email = `${key}@example.org`;
  await db.drizzle.insert(users).values({ accountId, id, email, name, role, passwordHash });
  await db.drizzle
    .insert(agents)
    .values({ accountId, id: agentId, userId: id, key, name, email, status, presence: 'api' });
  const memberships = groupIds.map((groupId) => ({ accountId, agentId, groupId }));
  if (memberships.length > 0) await db.drizzle.insert(agentGroups).values(memberships);
  return { id, email, name, role, agentId, agentKey: key };
}
