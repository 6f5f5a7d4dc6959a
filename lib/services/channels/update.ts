import { and, eq, sql } from 'drizzle-orm';
import type { Queries } from '@/db/client';
import { channels } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import { type Channel, type ChannelChange, channelChange } from '@/lib/contracts/channel';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readChannel } from './read';

/**
 * What the change leaves out stays, also within `settings`; a setting that is null goes back to its default.
 * @throws AppError `forbidden`, `not_found`, `stale_version`, `invalid`
 */
export async function updateChannel(
  context: Context,
  keyOrId: string,
  input: ChannelChange,
  ifMatch?: number,
): Promise<Channel> {
  permit(context.actor, 'channels.write');
  const { name, brand, defaultGroup, settings, active, version = ifMatch } = parse(channelChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'channels', accountId, keyOrId);
    const before = await readChannel(tx, accountId, id);
    if (version !== undefined && version !== before.version)
      throw new AppError('stale_version', { version }, { currentVersion: before.version });
    const places = await resolvePlaces(tx, accountId, brand, defaultGroup);
    const merged = settings && sql`jsonb_strip_nulls(${channels.settings} || ${JSON.stringify(settings)}::text::jsonb)`;
    await tx.drizzle
      .update(channels)
      .set({ name, active, ...places, settings: merged, version: before.version + 1, updatedAt: new Date() })
      .where(and(eq(channels.accountId, accountId), eq(channels.id, id)));
    const after = await readChannel(tx, accountId, id);
    await record(tx, context.actor, { kind: 'channel', id, name: after.name, verb: 'updated', before, after });
    return after;
  });
}

async function resolvePlaces(tx: Queries, accountId: string, brand?: string, defaultGroup?: string | null) {
  const brandId = brand ? (await resolveByKey(tx, 'brands', accountId, brand, 'brand')).id : undefined;
  if (!defaultGroup) return { brandId, defaultGroupId: defaultGroup };
  return { brandId, defaultGroupId: (await resolveByKey(tx, 'groups', accountId, defaultGroup, 'defaultGroup')).id };
}
