import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Bot, BotQuery } from '@/lib/contracts/bot';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';
import { botOf, type StoredBot } from './stored';
import { rulesOfBots } from './uses';

type Row = StoredBot & {
  id: string;
  avatar: string | null;
  active: boolean;
  version: number;
  channels: Bot['channels'];
  createdAt: Date;
  updatedAt: Date;
};

const columns = `b.id, b.key, b.name, b.avatar, b.greeting, b.fallback, b.language, b.answers, b.settings, b.active,
  b.version, b.created_at as "createdAt", b.updated_at as "updatedAt",
  coalesce((select jsonb_agg(jsonb_build_object('key', c.key, 'name', c.name, 'inUse', bc.in_use) order by lower(c.name))
    from bot_channels bc join channels c on c.account_id = bc.account_id and c.id = bc.channel_id
    where bc.account_id = b.account_id and bc.bot_id = b.id), '[]'::jsonb) as channels`;

export async function listBots({ db, actor }: Context, query: BotQuery): Promise<Page<Bot>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = `b.account_id = $1 and ($2::text is null or b.name ilike $2 or b.key ilike $2)
    and ($3::boolean is null or b.active = $3)`;
  const order = query.sort === 'changed' ? 'b.updated_at' : 'lower(b.name)';
  const filters = [actor.accountId, searchPattern(query.search), query.active ?? null];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from bots b where ${where}`,
    filters,
  );
  const rows = await db.query<Row & Record<string, unknown>>(
    `select ${columns} from bots b where ${where} order by ${order} ${query.order ?? 'asc'}, b.id limit $4 offset $5`,
    [...filters, limit, offset],
  );
  const uses = await rulesOfBots(db, actor.accountId);
  return { items: rows.map((row) => present(row, uses.get(row.key) ?? [])), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getBot({ db, actor }: Context, keyOrId: string): Promise<Bot> {
  permit(actor, 'organisation.read');
  return readBot(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readBot(tx: Queries, accountId: string, keyOrId: string): Promise<Bot> {
  const condition = isUuid(keyOrId) ? 'b.id = $2::uuid' : 'b.key = $2';
  const [row] = await tx.query<Row & Record<string, unknown>>(
    `select ${columns} from bots b where b.account_id = $1 and ${condition}`,
    [accountId, keyOrId],
  );
  if (!row) throw notFound('bot', keyOrId);
  const uses = await rulesOfBots(tx, accountId);
  return present(row, uses.get(row.key) ?? []);
}

function present(row: Row, rules: Bot['uses']): Bot {
  const { id, key, name, avatar, language, channels, active, version } = row;
  const { greeting, fallback, human, answers } = botOf(row);
  const inUse = channels.filter((channel) => channel.inUse);
  return {
    ...{ id, key, name, avatar, language, active, version },
    // Plain JSON on both sides; the engine's types are read-only.
    ...(structuredClone({ greeting, fallback, human, answers }) as Pick<
      Bot,
      'greeting' | 'fallback' | 'human' | 'answers'
    >),
    channels,
    uses: [...inUse.map((channel) => ({ kind: 'channel', id: channel.key, name: channel.name })), ...rules],
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
