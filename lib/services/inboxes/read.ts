import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Inbox, InboxQuery } from '@/lib/contracts/inbox';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Inbox, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = 'i.id, i.key, i.name, g.key as "group", i.created_at as "createdAt", i.updated_at as "updatedAt"';
const from = 'inboxes i left join inbox_groups g on g.account_id = i.account_id and g.id = i.inbox_group_id';

export async function listInboxes({ db, actor }: Context, query: InboxQuery): Promise<Page<Inbox>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = `i.account_id = $1 and ($2::text is null or i.name ilike $2 or i.key ilike $2)
    and ($3::text is null or g.key = $3 or g.id::text = $3)`;
  const values = [actor.accountId, searchPattern(query.search), query.group ?? null];
  const order = query.sort === 'changed' ? 'i.updated_at' : 'lower(i.name)';
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from ${from} where ${where}`,
    values,
  );
  const rows = await db.query<Row>(
    `select ${columns} from ${from} where ${where} order by ${order} ${query.order ?? 'asc'}, i.id limit $4 offset $5`,
    [...values, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getInbox({ db, actor }: Context, keyOrId: string): Promise<Inbox> {
  permit(actor, 'organisation.read');
  return readInbox(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readInbox(tx: Queries, accountId: string, keyOrId: string): Promise<Inbox> {
  const condition = isUuid(keyOrId) ? 'i.id = $2::uuid' : 'i.key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from ${from} where i.account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('inbox', keyOrId);
  return present(row);
}

function present(row: Row): Inbox {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
