import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import type { User, UserQuery } from '@/lib/contracts/team';
import { isUuid } from '@/lib/contracts/value';
import { EFFECTIVE_STATUS } from '../agents/effective-status';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, isoOrNull, searchPattern } from '../search-pattern';

type Row = Omit<User, 'lastSignedInAt' | 'createdAt'> & { lastSignedInAt: Date | null; createdAt: Date };

/** SQL, of users `u`; without a user it is `invited`. */
export const USER_STATE = `case when not u.active then 'deactivated'
  when u.password_hash is null and u.oidc_subject is null then 'invited' else 'active' end`;

const columns = `u.id, u.name, u.email, u.role, ${USER_STATE} as state, u.may_suspend as "maySuspend", a.key as agent,
  ${EFFECTIVE_STATUS} as status, a.schedule_key as schedule,
  u.last_signed_in_at as "lastSignedInAt", u.created_at as "createdAt",
  coalesce((select jsonb_agg(g.key order by g.key) from agent_groups ag
    join groups g on g.account_id = ag.account_id and g.id = ag.group_id
    where ag.account_id = a.account_id and ag.agent_id = a.id), '[]'::jsonb) as groups`;

const from = 'users u left join agents a on a.account_id = u.account_id and a.user_id = u.id';

export async function listUsers({ db, actor }: Context, query: UserQuery): Promise<Page<User>> {
  permit(actor, 'team.read');
  const { limit, offset } = range(query);
  const where = `u.account_id = $1 and ($2::text is null or u.name ilike $2 or u.email ilike $2)
    and ($3::text is null or ${USER_STATE} = $3) and ($4::text is null or u.role = $4)`;
  const order = query.sort === 'changed' ? 'u.updated_at' : 'lower(u.name)';
  const filters = [actor.accountId, searchPattern(query.search), query.state ?? null, query.role ?? null];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from users u where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(
    `select ${columns} from ${from} where ${where} order by ${order} ${query.order ?? 'asc'}, u.id limit $5 offset $6`,
    [...filters, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

export async function getUser({ db, actor }: Context, id: string): Promise<User> {
  permit(actor, 'team.read');
  return readUser(db, actor.accountId, id);
}

/** @throws AppError `not_found` */
export async function readUser(tx: Queries, accountId: string, id: string): Promise<User> {
  const [row] = isUuid(id)
    ? await tx.query<Row>(`select ${columns} from ${from} where u.account_id = $1 and u.id = $2::uuid`, [accountId, id])
    : [];
  if (!row) throw notFound('user', id);
  return present(row);
}

function present(row: Row): User {
  return { ...row, lastSignedInAt: isoOrNull(row.lastSignedInAt), createdAt: iso(row.createdAt) };
}
