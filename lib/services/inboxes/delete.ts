import type { Queries } from '@/db/client';
import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readInbox } from './read';

const SHOWN = 100;

/**
 * With `force` its tickets are in no inbox, and rules that name it become broken.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteInbox(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'inboxes', accountId, keyOrId);
    const before = await readInbox(tx, accountId, id);
    const uses = [...(await usedBy(tx, accountId, 'inbox', key)), ...(await ticketsIn(tx, accountId, key))];
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'inbox', count: uses.length }, { uses });
    await tx.query('update conversations set inbox_key = null where account_id = $1 and inbox_key = $2', [
      accountId,
      key,
    ]);
    await tx.query('delete from inboxes where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'inbox', key);
    await record(tx, context.actor, { kind: 'inbox', id, name, verb: 'deleted', before });
  });
}

/** At most the first hundred. */
function ticketsIn(tx: Queries, accountId: string, inbox: string): Promise<Use[]> {
  return tx.query<Use>(
    `select 'conversation' as kind, ext_id as id, coalesce('#' || number, ext_id) as name from conversations
      where account_id = $1 and inbox_key = $2 order by id limit ${SHOWN}`,
    [accountId, inbox],
  );
}
