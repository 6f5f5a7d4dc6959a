import type { Queries } from '@/db/client';
import { AppError, invalid, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { watchTimeAnew } from '../workflows/watch-time';
import { readStatus } from './read';

const SHOWN = 100;

/**
 * With `force` rules that name it become broken and its tickets get another status: `moveTo`, else `open` or `closed`,
 * whatever its class is. No workflow runs for that. A status of the system stays.
 * @throws AppError `in_use` with the list, `conflict`, `forbidden`, `not_found`, `invalid`
 */
export async function deleteStatus(
  context: Context,
  keyOrId: string,
  { force = false, moveTo }: { force?: boolean; moveTo?: string } = {},
): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const { id, key, name } = await requireByKey(tx, 'statuses', accountId, keyOrId);
    const before = await readStatus(tx, accountId, id);
    if (before.system) throw new AppError('conflict', { reason: 'status_of_the_system' });
    const next = await resolveByKey(tx, 'statuses', accountId, moveTo ?? before.class, 'moveTo');
    if (next.id === id) throw invalid('moveTo', 'moves_to_itself');
    const uses = [...(await usedBy(tx, accountId, 'status', key)), ...(await ticketsIn(tx, accountId, key))];
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'status', count: uses.length }, { uses });
    await tx.query(
      `update conversations set status = s.key, class = s.class from statuses s
        where s.account_id = $1 and s.id = $3 and conversations.account_id = $1 and conversations.status = $2`,
      [accountId, key, next.id],
    );
    await tx.query('delete from statuses where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'status', key);
    await watchTimeAnew(change);
    await record(tx, context.actor, { kind: 'status', id, name, verb: 'deleted', before });
  });
}

/** At most the first hundred. */
function ticketsIn(tx: Queries, accountId: string, status: string): Promise<Use[]> {
  return tx.query<Use>(
    `select 'conversation' as kind, ext_id as id, coalesce('#' || number, ext_id) as name from conversations
      where account_id = $1 and status = $2 order by id limit ${SHOWN}`,
    [accountId, status],
  );
}
