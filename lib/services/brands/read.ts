import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Brand, BrandQuery, BrandSummary } from '@/lib/contracts/brand';
import { type Page, range } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Brand, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const columns = 'id, key, name, active, created_at as "createdAt", updated_at as "updatedAt"';

export async function listBrands({ db, actor }: Context, query: BrandQuery): Promise<Page<BrandSummary>> {
  permit(actor, 'organisation.read');
  const { limit, offset } = range(query);
  const where = 'account_id = $1 and ($2::text is null or name ilike $2 or key ilike $2)';
  const order = query.sort === 'changed' ? 'updated_at' : 'lower(name)';
  const search = searchPattern(query.search);
  const [count] = await db.query<{ total: number }>(`select count(*)::int as total from brands where ${where}`, [
    actor.accountId,
    search,
  ]);
  const owned =
    '(select count(*)::int from channels c where c.account_id = brands.account_id and c.brand_id = brands.id)';
  const rows = await db.query<Row & { channels: number }>(
    `select ${columns}, ${owned} as channels from brands where ${where} order by ${order} ${query.order ?? 'asc'}, id limit $3 offset $4`,
    [actor.accountId, search, limit, offset],
  );
  return { items: rows.map(({ channels, ...row }) => ({ ...present(row), channels })), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getBrand({ db, actor }: Context, keyOrId: string): Promise<Brand> {
  permit(actor, 'organisation.read');
  return readBrand(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readBrand(tx: Queries, accountId: string, keyOrId: string): Promise<Brand> {
  const condition = isUuid(keyOrId) ? 'id = $2::uuid' : 'key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from brands where account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('brand', keyOrId);
  return present(row);
}

function present(row: Row): Brand {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
