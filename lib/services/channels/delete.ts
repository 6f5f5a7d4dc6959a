import type { Queries } from '@/db/client';
import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readChannel } from './read';

/**
 * A channel with a connected integration stays, even with `force`. Its conversations keep its key.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteChannel(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'channels.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'channels', accountId, keyOrId);
    const before = await readChannel(tx, accountId, id);
    const connected = await integrationsOf(tx, accountId, id);
    const uses = [...connected, ...(await usedBy(tx, accountId, 'channel', key))];
    const blocked = connected.length > 0 || (uses.length > 0 && !force);
    if (blocked) throw new AppError('in_use', { kind: 'channel', count: uses.length }, { uses });
    await tx.query('delete from channels where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'channel', key);
    await record(tx, context.actor, { kind: 'channel', id, name, verb: 'deleted', before });
  });
}

function integrationsOf(tx: Queries, accountId: string, id: string): Promise<Use[]> {
  return tx.query<Use>(
    `select 'integration' as kind, key as id, name from integrations where account_id = $1 and channel_id = $2 order by 3`,
    [accountId, id],
  );
}
