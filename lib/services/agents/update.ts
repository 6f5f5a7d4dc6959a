import { and, eq } from 'drizzle-orm';
import { agents } from '@/db/schema';
import { type Agent, type AgentChange, agentChange } from '@/lib/contracts/agent';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveAll, resolveByKey } from '../find-by-key';
import { setGroupsOfAgent } from '../memberships';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readAgent } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateAgent(context: Context, keyOrId: string, input: AgentChange): Promise<Agent> {
  permit(context.actor, 'organisation.write');
  const { groups, schedule, ...rest } = parse(agentChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'agents', accountId, keyOrId);
    const before = await readAgent(tx, accountId, id);
    const scheduleKey = schedule
      ? (await resolveByKey(tx, 'schedules', accountId, schedule, 'schedule')).key
      : schedule;
    await tx.drizzle
      .update(agents)
      .set({ ...rest, scheduleKey, updatedAt: new Date() })
      .where(and(eq(agents.accountId, accountId), eq(agents.id, id)));
    if (groups) {
      const members = await resolveAll(tx, 'groups', accountId, groups, 'groups');
      await setGroupsOfAgent(
        tx,
        accountId,
        id,
        members.map((group) => group.id),
      );
    }
    const after = await readAgent(tx, accountId, id);
    await record(tx, context.actor, { kind: 'agent', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
