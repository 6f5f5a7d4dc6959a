import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Channel, ChannelQuery, ChannelSummary } from '@/lib/contracts/channel';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Channel, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = `c.id, c.key, c.name, c.kind, b.key as brand, g.key as "defaultGroup", c.settings, c.active, c.version,
  c.created_at as "createdAt", c.updated_at as "updatedAt"`;

const from = `channels c join brands b on b.account_id = c.account_id and b.id = c.brand_id
  left join groups g on g.account_id = c.account_id and g.id = c.default_group_id`;

type SummaryRow = Row & { seenOrigin: string | null; seenAt: Date | null; bot: ChannelSummary['bot'] };

export async function listChannels({ db, actor }: Context, query: ChannelQuery): Promise<Page<ChannelSummary>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = `c.account_id = $1 and ($2::text is null or c.name ilike $2 or c.key ilike $2)
    and ($3::text is null or c.kind = $3) and ($4::boolean is null or c.active = $4)`;
  const order = query.sort === 'changed' ? 'c.updated_at' : 'lower(c.name)';
  const active = query.status === undefined || query.status === 'all' ? null : query.status === 'active';
  const filters = [actor.accountId, searchPattern(query.search), query.kind ?? null, active];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from channels c where ${where}`,
    filters,
  );
  const rows = await db.query<SummaryRow>(
    `select ${columns}, s.origin as "seenOrigin", s.seen_at as "seenAt",
        case when bot.key is not null then jsonb_build_object('key', bot.key, 'name', bot.name) end as bot
      from ${from}
      left join lateral (select origin, seen_at from channel_sightings s
        where s.account_id = c.account_id and s.channel_id = c.id and s.allowed order by seen_at desc limit 1) s on true
      left join bot_channels bc on bc.account_id = c.account_id and bc.channel_id = c.id and bc.in_use
      left join bots bot on bot.account_id = bc.account_id and bot.id = bc.bot_id
      where ${where} order by ${order} ${query.order ?? 'asc'}, c.id limit $5 offset $6`,
    [...filters, limit, offset],
  );
  return { items: rows.map(summarise), total: count?.total ?? 0 };
}

function summarise({ seenOrigin, seenAt, bot, ...row }: SummaryRow): ChannelSummary {
  const seen = seenOrigin !== null && seenAt !== null ? { origin: seenOrigin, at: iso(seenAt) } : null;
  return { ...present(row), seen, bot };
}

/** By key or uuid. */
export async function getChannel({ db, actor }: Context, keyOrId: string): Promise<Channel> {
  permit(actor, 'organisation.read');
  return readChannel(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readChannel(tx: Queries, accountId: string, keyOrId: string): Promise<Channel> {
  const condition = isUuid(keyOrId) ? 'c.id = $2::uuid' : 'c.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from ${from} where c.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('channel', keyOrId);
  return present(row);
}

function present({ settings, ...row }: Row): Channel {
  // The Responses tab is a resource of its own.
  const { responses: _, ...looks } = settings;
  return { ...row, settings: looks, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
