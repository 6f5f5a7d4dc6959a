import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readInboxGroup } from './read';

/**
 * With `force` its inboxes belong to no group, and rules that name it become broken.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteInboxGroup(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'inbox_groups', accountId, keyOrId);
    const before = await readInboxGroup(tx, accountId, id);
    const inboxes = await tx.query<Use>(
      `select 'inbox' as kind, key as id, name from inboxes where account_id = $1 and inbox_group_id = $2 order by 3`,
      [accountId, id],
    );
    const uses = [...inboxes, ...(await usedBy(tx, accountId, 'inbox_group', key))];
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'inbox_group', count: uses.length }, { uses });
    await tx.query('update inboxes set inbox_group_id = null where account_id = $1 and inbox_group_id = $2', [
      accountId,
      id,
    ]);
    await tx.query('delete from inbox_groups where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'inbox_group', key);
    await record(tx, context.actor, { kind: 'inbox_group', id, name, verb: 'deleted', before });
  });
}
