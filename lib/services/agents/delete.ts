import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readAgent } from './read';

/**
 * The agent of a user stays, even with `force`: deactivate the user instead. Conversations keep the agent's key.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteAgent(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'agents', accountId, keyOrId);
    const before = await readAgent(tx, accountId, id);
    const users: Use[] = before.user ? [{ kind: 'user', id: before.user, name }] : [];
    const conversations = await tx.query<Use>(
      `select 'conversation' as kind, ext_id as id, ext_id as name from conversations
        where account_id = $1 and assignee_key = $2 and phase = 'assigned' order by id limit 100`,
      [accountId, key],
    );
    const uses = [...users, ...conversations, ...(await usedBy(tx, accountId, 'agent', key))];
    const blocked = users.length > 0 || (uses.length > 0 && !force);
    if (blocked) throw new AppError('in_use', { kind: 'agent', count: uses.length }, { uses });
    await tx.query('delete from agents where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'agent', key);
    await record(tx, context.actor, { kind: 'agent', id, name, verb: 'deleted', before });
  });
}
