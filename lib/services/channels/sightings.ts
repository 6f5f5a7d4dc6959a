import type { Queries } from '@/db/client';
import type { ChannelSighting } from '@/lib/contracts/channel';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { iso } from '../search-pattern';

/** Origins kept per channel: anybody may send any, so the oldest give way, refused ones first. */
const ORIGINS_KEPT = 50;

export type Sighting = {
  accountId: string;
  channelId: string;
  /** As in the Origin header. */
  origin: string;
  /** Whether the channel's allowed origins let it show the widget. */
  allowed: boolean;
};

/** Notes that a site has loaded the channel's widget; writes at most once in ten seconds per site. For the widget. */
export async function recordSighting(db: Queries, { accountId, channelId, origin, allowed }: Sighting): Promise<void> {
  const written = await db.query<{ isNew: boolean }>(
    `insert into channel_sightings as s (account_id, channel_id, origin, allowed, first_seen_at, seen_at)
      select account_id, id, $3, $4, clock_timestamp(), clock_timestamp() from channels where account_id = $1 and id = $2
      on conflict (account_id, channel_id, origin) do update set seen_at = excluded.seen_at, allowed = excluded.allowed
        where s.seen_at < excluded.seen_at - interval '10 seconds' or s.allowed <> excluded.allowed
      returning first_seen_at = seen_at as "isNew"`,
    [accountId, channelId, origin.slice(0, 200), allowed],
  );
  if (written[0]?.isNew) await forgetOldest(db, accountId, channelId);
}

/** Latest first. @throws AppError `forbidden`, `not_found` */
export async function listSightings({ db, actor }: Context, channel: string): Promise<{ items: ChannelSighting[] }> {
  permit(actor, 'organisation.read');
  const { id } = await requireByKey(db, 'channels', actor.accountId, channel);
  const rows = await db.query<{ origin: string; allowed: boolean; firstSeenAt: Date; seenAt: Date }>(
    `select origin, allowed, first_seen_at as "firstSeenAt", seen_at as "seenAt" from channel_sightings
      where account_id = $1 and channel_id = $2 order by seen_at desc, origin`,
    [actor.accountId, id],
  );
  return { items: rows.map((row) => ({ ...row, firstSeenAt: iso(row.firstSeenAt), seenAt: iso(row.seenAt) })) };
}

async function forgetOldest(db: Queries, accountId: string, channelId: string): Promise<void> {
  await db.query(
    `delete from channel_sightings where account_id = $1 and channel_id = $2 and origin in (
      select origin from channel_sightings where account_id = $1 and channel_id = $2
      order by allowed desc, seen_at desc offset ${ORIGINS_KEPT})`,
    [accountId, channelId],
  );
}
