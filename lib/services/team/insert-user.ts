import type { Queries } from '@/db/client';
import { agents, users } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { readAccount } from '../account/read';
import { chooseKey } from '../find-by-key';
import { setGroupsOfAgent } from '../memberships';

export type UserRow = Omit<typeof users.$inferInsert, 'accountId' | 'id'> & { groupIds?: readonly string[] };

/** A user and the agent that the user answers as. Answers the user's id. */
export async function insertUser(tx: Queries, accountId: string, { groupIds = [], ...user }: UserRow): Promise<string> {
  const id = uuidV7();
  const agentId = uuidV7();
  const { settings } = await readAccount(tx, accountId);
  const key = await chooseKey(tx, 'agents', accountId, { name: user.name });
  await tx.drizzle.insert(users).values({ ...user, accountId, id });
  await tx.drizzle.insert(agents).values({
    ...{ accountId, id: agentId, userId: id, key, name: user.name, email: user.email, capacity: settings.capacity },
  });
  await setGroupsOfAgent(tx, accountId, agentId, groupIds);
  return id;
}
