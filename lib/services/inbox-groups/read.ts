import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { InboxGroup, InboxGroupQuery } from '@/lib/contracts/inbox';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<InboxGroup, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = `g.id, g.key, g.name, g.created_at as "createdAt", g.updated_at as "updatedAt",
  coalesce((select jsonb_agg(i.key order by i.key) from inboxes i
    where i.account_id = g.account_id and i.inbox_group_id = g.id), '[]'::jsonb) as inboxes`;

export async function listInboxGroups({ db, actor }: Context, query: InboxGroupQuery): Promise<Page<InboxGroup>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = 'g.account_id = $1 and ($2::text is null or g.name ilike $2 or g.key ilike $2)';
  const values = [actor.accountId, searchPattern(query.search)];
  const order = query.sort === 'changed' ? 'g.updated_at' : 'lower(g.name)';
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from inbox_groups g where ${where}`,
    values,
  );
  const rows = await db.query<Row>(
    `select ${columns} from inbox_groups g where ${where} order by ${order} ${query.order ?? 'asc'}, g.id limit $3 offset $4`,
    [...values, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getInboxGroup({ db, actor }: Context, keyOrId: string): Promise<InboxGroup> {
  permit(actor, 'organisation.read');
  return readInboxGroup(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readInboxGroup(tx: Queries, accountId: string, keyOrId: string): Promise<InboxGroup> {
  const condition = isUuid(keyOrId) ? 'g.id = $2::uuid' : 'g.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from inbox_groups g where g.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('inbox_group', keyOrId);
  return present(row);
}

function present(row: Row): InboxGroup {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
