import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import type { Token, TokenQuery } from '@/lib/contracts/token';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, isoOrNull, searchPattern } from '../search-pattern';

type Row = Omit<Token, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

const select = `select t.id, t.name, t.prefix, t.role, u.name as "createdBy", t.expires_at as "expiresAt",
  t.last_used_at as "lastUsedAt", t.created_at as "createdAt"
  from api_tokens t left join users u on u.account_id = t.account_id and u.id = t.created_by`;

export async function listTokens({ db, actor }: Context, query: TokenQuery): Promise<Page<Token>> {
  permit(actor, 'tokens.manage');
  const { limit, offset } = range(query);
  const where = 't.account_id = $1 and ($2::text is null or t.name ilike $2)';
  const order = query.sort === 'name' ? 'lower(t.name)' : 't.created_at';
  const direction = query.order ?? (query.sort === 'name' ? 'asc' : 'desc');
  const filters = [actor.accountId, searchPattern(query.search)];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from api_tokens t where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(`${select} where ${where} order by ${order} ${direction}, t.id limit $3 offset $4`, [
    ...filters,
    limit,
    offset,
  ]);
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** @throws AppError `not_found` */
export async function readToken(tx: Queries, accountId: string, id: string): Promise<Token> {
  const [row] = isUuid(id)
    ? await tx.query<Row>(`${select} where t.account_id = $1 and t.id = $2::uuid`, [accountId, id])
    : [];
  if (!row) throw notFound('token', id);
  return present(row);
}

function present(row: Row): Token {
  const times = {
    createdAt: iso(row.createdAt),
    expiresAt: isoOrNull(row.expiresAt),
    lastUsedAt: isoOrNull(row.lastUsedAt),
  };
  return { ...row, ...times };
}
