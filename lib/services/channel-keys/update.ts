import { and, eq } from 'drizzle-orm';
import { channelKeys } from '@/db/schema';
import { type ChannelKey, type ChannelKeyChange, channelKeyChange } from '@/lib/contracts/channel-key';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { readChannelKey } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateChannelKey(
  { db, actor }: Context,
  channel: string,
  id: string,
  input: ChannelKeyChange,
): Promise<ChannelKey> {
  permit(actor, 'channels.write');
  const change = parse(channelKeyChange, input);
  const { accountId } = actor;
  return db.transaction(async (tx) => {
    const { id: channelId } = await requireByKey(tx, 'channels', accountId, channel);
    const before = await readChannelKey(tx, accountId, channelId, id);
    // Drizzle refuses an update that sets nothing.
    const values = { name: before.name, active: before.active, ...change };
    await tx.drizzle
      .update(channelKeys)
      .set(values)
      .where(and(eq(channelKeys.accountId, accountId), eq(channelKeys.id, before.id)));
    const after = await readChannelKey(tx, accountId, channelId, before.id);
    await record(tx, actor, { kind: 'channel_key', id: after.id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}
