import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type User, type UserChange, userChange } from '@/lib/contracts/team';
import { record } from '../changes/record';
import type { Context } from '../context';
import { findByKey, resolveAll, resolveByKey } from '../find-by-key';
import { setGroupsOfAgent } from '../memberships';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { requireAnotherAdmin } from './last-admin';
import { readUser } from './read';

/** Takes effect with the user's next request. @throws AppError `forbidden`, `not_found`, `invalid`, `conflict` (last admin) */
export async function updateUser(context: Context, id: string, input: UserChange): Promise<User> {
  permit(context.actor, 'team.manage');
  const { name, role, groups, maySuspend, schedule } = parse(userChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const before = await readUser(tx, accountId, id);
    if (role !== undefined && role !== 'admin') await requireAnotherAdmin(tx, accountId, before);
    await tx.drizzle
      .update(users)
      .set({ name, role, maySuspend, updatedAt: new Date() })
      .where(and(eq(users.accountId, accountId), eq(users.id, before.id)));
    if (name)
      await tx.query('update agents set name = $3 where account_id = $1 and user_id = $2', [
        accountId,
        before.id,
        name,
      ]);
    const agent = before.agent ? await findByKey(tx, 'agents', accountId, before.agent) : undefined;
    if ((groups || schedule) && !agent) throw new AppError('conflict', { reason: 'no_agent' });
    if (schedule !== undefined && agent) {
      const hours = schedule && (await resolveByKey(tx, 'schedules', accountId, schedule, 'schedule'));
      await tx.query('update agents set schedule_key = $3 where account_id = $1 and id = $2', [
        accountId,
        agent.id,
        hours ? hours.key : null,
      ]);
    }
    if (groups && agent) {
      const members = await resolveAll(tx, 'groups', accountId, groups, 'groups');
      await setGroupsOfAgent(
        tx,
        accountId,
        agent.id,
        members.map((group) => group.id),
      );
    }
    const after = await readUser(tx, accountId, id);
    await record(tx, context.actor, { kind: 'user', id: after.id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
