import type { Queries } from '@/db/client';
import { agentGroups } from '@/db/schema';

/** Puts an agent into exactly these groups. */
export async function setGroupsOfAgent(tx: Queries, accountId: string, agentId: string, groupIds: readonly string[]) {
  await tx.query('delete from agent_groups where account_id = $1 and agent_id = $2', [accountId, agentId]);
  await insert(
    tx,
    groupIds.map((groupId) => ({ accountId, agentId, groupId })),
  );
}

/** Puts exactly these agents into a group. */
export async function setAgentsOfGroup(tx: Queries, accountId: string, groupId: string, agentIds: readonly string[]) {
  await tx.query('delete from agent_groups where account_id = $1 and group_id = $2', [accountId, groupId]);
  await insert(
    tx,
    agentIds.map((agentId) => ({ accountId, agentId, groupId })),
  );
}

async function insert(tx: Queries, rows: (typeof agentGroups.$inferInsert)[]) {
  if (rows.length > 0) await tx.drizzle.insert(agentGroups).values(rows);
}
