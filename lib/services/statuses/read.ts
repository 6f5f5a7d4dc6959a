import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import type { Status, StatusQuery } from '@/lib/contracts/status';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Status, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const flag = (name: string) => `coalesce((flags ->> '${name}')::boolean, false) as "${name}"`;
const columns = `id, key, name, class, colour, ${flag('requiresResponse')}, ${flag('visibleInInbox')},
  ${flag('openOnNewMessage')}, system, position, created_at as "createdAt", updated_at as "updatedAt"`;

const ORDERS = { position: 'position', name: 'lower(name)', changed: 'updated_at' } as const;

/** In the order in which they are offered. */
export async function listStatuses({ db, actor }: Context, query: StatusQuery): Promise<Page<Status>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = `account_id = $1 and ($2::text is null or name ilike $2 or key ilike $2)
    and ($3::text is null or class = $3)`;
  const values = [actor.accountId, searchPattern(query.search), query.class ?? null];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from statuses where ${where}`,
    values,
  );
  const rows = await db.query<Row>(
    `select ${columns} from statuses where ${where}
      order by ${ORDERS[query.sort ?? 'position']} ${query.order ?? 'asc'}, id limit $4 offset $5`,
    [...values, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getStatus({ db, actor }: Context, keyOrId: string): Promise<Status> {
  permit(actor, 'organisation.read');
  return readStatus(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readStatus(tx: Queries, accountId: string, keyOrId: string): Promise<Status> {
  const condition = isUuid(keyOrId) ? 'id = $2::uuid' : 'key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from statuses where account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('status', keyOrId);
  return present(row);
}

function present(row: Row): Status {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
