import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { readChannelKey } from './read';

/** Tokens signed with it are refused from now on. @throws AppError `forbidden`, `not_found` */
export async function deleteChannelKey({ db, actor }: Context, channel: string, id: string): Promise<void> {
  permit(actor, 'channels.write');
  const { accountId } = actor;
  await db.transaction(async (tx) => {
    const { id: channelId } = await requireByKey(tx, 'channels', accountId, channel);
    const before = await readChannelKey(tx, accountId, channelId, id);
    await tx.query('delete from channel_keys where account_id = $1 and id = $2', [accountId, before.id]);
    await record(tx, actor, { kind: 'channel_key', id: before.id, name: before.name, verb: 'deleted', before });
  });
}
