import type { User } from '@/lib/contracts/team';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { requireAnotherAdmin } from './last-admin';
import { readUser } from './read';

/** Ends every session at once and takes the agent out of service. @throws AppError `forbidden`, `not_found`, `conflict` */
export async function deactivateUser(context: Context, id: string): Promise<User> {
  return setActive(context, id, false);
}

/** @throws AppError `forbidden`, `not_found` */
export async function reactivateUser(context: Context, id: string): Promise<User> {
  return setActive(context, id, true);
}

function setActive(context: Context, id: string, active: boolean): Promise<User> {
  permit(context.actor, 'team.manage');
  return changeRules(context, async ({ tx, accountId }) => {
    const before = await readUser(tx, accountId, id);
    if (!active) await requireAnotherAdmin(tx, accountId, before);
    const params = [accountId, before.id, active];
    await tx.query(
      `update users set active = $3, session_version = session_version + 1, invite_token_hash = null, updated_at = now()
        where account_id = $1 and id = $2`,
      params,
    );
    await tx.query(
      `update agents set active = $3, status = 'invisible', updated_at = now() where account_id = $1 and user_id = $2`,
      params,
    );
    const after = await readUser(tx, accountId, id);
    const verb = active ? 'reactivated' : 'deactivated';
    await record(tx, context.actor, { kind: 'user', id: after.id, name: after.name, verb, before, after });
    return after;
  });
}
