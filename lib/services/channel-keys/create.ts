import { randomBytes } from 'node:crypto';
import { channelKeys } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import { AppError } from '@/lib/contracts/app-error';
import { type ChannelKeyInput, channelKeyInput, type NewChannelKey } from '@/lib/contracts/channel-key';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { readChannelKey } from './read';

/** Every token is tried against each of them. */
const KEYS_PER_CHANNEL = 20;

/** The answer holds the secret, this once. @throws AppError `forbidden`, `not_found`, `invalid`, `limit_exceeded` */
export async function createChannelKey(
  { db, actor }: Context,
  channel: string,
  input: ChannelKeyInput,
): Promise<NewChannelKey> {
  permit(actor, 'channels.write');
  const { name, active = true } = parse(channelKeyInput, input);
  const secret = randomBytes(32).toString('base64url');
  const secretEncrypted = encrypt(secret);
  const { accountId } = actor;
  return db.transaction(async (tx) => {
    const { id: channelId, name: channelName } = await requireByKey(tx, 'channels', accountId, channel);
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      'select count(*)::int as count from channel_keys where account_id = $1 and channel_id = $2',
      [accountId, channelId],
    );
    if (count >= KEYS_PER_CHANNEL) throw new AppError('limit_exceeded', { maximum: KEYS_PER_CHANNEL });
    const id = uuidV7();
    await tx.drizzle.insert(channelKeys).values({ accountId, id, channelId, name, active, secretEncrypted });
    const key = await readChannelKey(tx, accountId, channelId, id);
    await record(tx, actor, {
      kind: 'channel_key',
      id,
      name,
      verb: 'created',
      after: { ...key, channel: channelName },
    });
    return { ...key, secret };
  });
}
