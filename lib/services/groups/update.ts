import { and, eq } from 'drizzle-orm';
import { groups } from '@/db/schema';
import { type Group, type GroupChange, groupChange } from '@/lib/contracts/group';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveAll } from '../find-by-key';
import { setAgentsOfGroup } from '../memberships';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { resolveOverflow } from './overflow';
import { readGroup } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateGroup(context: Context, keyOrId: string, input: GroupChange): Promise<Group> {
  permit(context.actor, 'organisation.write');
  const { name, agents, overflow } = parse(groupChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'groups', accountId, keyOrId);
    const before = await readGroup(tx, accountId, id);
    const overflowing = overflow === undefined ? {} : await resolveOverflow(tx, accountId, overflow, id);
    await tx.drizzle
      .update(groups)
      .set({ name, ...overflowing, updatedAt: new Date() })
      .where(and(eq(groups.accountId, accountId), eq(groups.id, id)));
    if (agents) {
      const members = await resolveAll(tx, 'agents', accountId, agents, 'agents');
      await setAgentsOfGroup(
        tx,
        accountId,
        id,
        members.map((agent) => agent.id),
      );
    }
    const after = await readGroup(tx, accountId, id);
    await record(tx, context.actor, { kind: 'group', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
