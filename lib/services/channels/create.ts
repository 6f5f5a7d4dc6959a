import type { Queries } from '@/db/client';
import { channels } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import { type Channel, type ChannelInput, channelInput } from '@/lib/contracts/channel';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readChannel } from './read';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `unknown_brand`, `unknown_group`) */
export async function createChannel(context: Context, input: ChannelInput): Promise<Channel> {
  permit(context.actor, 'channels.write');
  const { name, key: wanted, kind, brand, defaultGroup, settings = {}, active = true } = parse(channelInput, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    const key = await chooseKey(tx, 'channels', accountId, { key: wanted, name });
    const brandId = brand
      ? (await resolveByKey(tx, 'brands', accountId, brand, 'brand')).id
      : await firstBrand(tx, accountId);
    const group = defaultGroup ? await resolveByKey(tx, 'groups', accountId, defaultGroup, 'defaultGroup') : undefined;
    const places = { brandId, defaultGroupId: group?.id ?? null };
    await tx.drizzle.insert(channels).values({ accountId, id, key, name, kind, ...places, settings, active });
    await healReferences(tx, accountId, 'channel', key);
    const channel = await readChannel(tx, accountId, id);
    await record(tx, context.actor, { kind: 'channel', id, name, verb: 'created', after: channel });
    return channel;
  });
}

async function firstBrand(tx: Queries, accountId: string): Promise<string> {
  const [brand] = await tx.query<{ id: string }>(
    'select id from brands where account_id = $1 order by active desc, created_at, id limit 1',
    [accountId],
  );
  if (!brand) throw new AppError('conflict', { reason: 'no_brand' });
  return brand.id;
}
