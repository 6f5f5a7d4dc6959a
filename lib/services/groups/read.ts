import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Group, GroupQuery } from '@/lib/contracts/group';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Group, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = `g.id, g.key, g.name, g.created_at as "createdAt", g.updated_at as "updatedAt",
  case when o.id is null then null else jsonb_build_object('group', o.key, 'minutes', g.overflow_minutes) end as overflow,
  coalesce((select jsonb_agg(a.key order by a.key) from agent_groups ag
    join agents a on a.account_id = ag.account_id and a.id = ag.agent_id
    where ag.account_id = g.account_id and ag.group_id = g.id), '[]'::jsonb) as agents`;

const from = 'groups g left join groups o on o.account_id = g.account_id and o.id = g.overflow_group_id';

export async function listGroups({ db, actor }: Context, query: GroupQuery): Promise<Page<Group>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = 'g.account_id = $1 and ($2::text is null or g.name ilike $2 or g.key ilike $2)';
  const order = query.sort === 'changed' ? 'g.updated_at' : 'lower(g.name)';
  const search = searchPattern(query.search);
  const [count] = await db.query<{ total: number }>(`select count(*)::int as total from groups g where ${where}`, [
    actor.accountId,
    search,
  ]);
  const rows = await db.query<Row>(
    `select ${columns} from ${from} where ${where} order by ${order} ${query.order ?? 'asc'}, g.id limit $3 offset $4`,
    [actor.accountId, search, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getGroup({ db, actor }: Context, keyOrId: string): Promise<Group> {
  permit(actor, 'organisation.read');
  return readGroup(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readGroup(tx: Queries, accountId: string, keyOrId: string): Promise<Group> {
  const condition = isUuid(keyOrId) ? 'g.id = $2::uuid' : 'g.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from ${from} where g.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('group', keyOrId);
  return present(row);
}

function present(row: Row): Group {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
