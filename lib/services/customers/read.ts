import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Customer, CustomerDetail, CustomerQuery, Suspension } from '@/lib/contracts/customer';
import { type Page, range } from '@/lib/contracts/list';
import type { Context } from '../context';
import { findCustomer } from '../conversations/find';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row = Omit<Customer, 'firstSeenAt' | 'lastSeenAt' | 'suspension'> & {
  firstSeenAt: Date;
  lastSeenAt: Date;
  suspension: Suspension | null;
};

/** A suspension as JSON of the alias `s`; its moment as the API writes it. */
const SUSPENSION = `jsonb_build_object('scope', s.scope, 'reason', s.reason,
  'by', jsonb_build_object('kind', s.by_kind, 'id', s.by_id, 'name', s.by_name),
  'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

const columns = `u.id, u.ext_id as key, u.name, u.email, u.email_verified as "emailVerified", u.language, u.anonymous, u.tags,
  (select count(*)::int from conversations c where c.account_id = u.account_id and c.customer_id = u.id) as conversations,
  case when s.id is null then null else ${SUSPENSION} end as suspension,
  u.first_seen_at as "firstSeenAt", u.last_seen_at as "lastSeenAt"`;

const from = `customers u left join suspensions s
  on s.account_id = u.account_id and s.customer_id = u.id and s.lifted_at is null`;

/** Those who were merged into another or erased are no customers any more. */
export const LIVING = 'u.merged_into is null and u.erased_at is null';

const ORDERS = {
  seen: ['u.last_seen_at', 'desc'],
  name: ['lower(coalesce(u.name, u.email, u.ext_id))', 'asc'],
  created: ['u.first_seen_at', 'desc'],
} as const;

/** Customers, the last seen first. @throws AppError `forbidden` */
export async function listCustomers({ db, actor }: Context, query: CustomerQuery): Promise<Page<Customer>> {
  permit(actor, 'customers.read');
  const { where, values } = filtersOf(actor.accountId, query);
  const [order, usual] = ORDERS[query.sort ?? 'seen'];
  const { limit, offset } = range(query);
  const [count] = await db.query<{ total: number }>(`select count(*)::int as total from customers u ${where}`, values);
  const rows = await db.query<Row>(
    `select ${columns} from ${from} ${where} order by ${order} ${query.order ?? usual}, u.id
      limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

function filtersOf(accountId: string, query: CustomerQuery): { where: string; values: unknown[] } {
  const filters: [string, unknown][] = [
    ['u.account_id = $?', accountId],
    [
      `(u.name ilike $? or u.email ilike $? or u.ext_id ilike $? or u.id in (select i.customer_id from customer_identities i
        where i.account_id = u.account_id and i.kind <> 'session' and i.value ilike $?))`,
      searchPattern(query.search),
    ],
    ['u.anonymous = $?', query.kind && query.kind === 'anonymous'],
    ['(u.suspended is not null) = $?', query.suspended],
    ['$? = any(u.tags)', query.tag],
    ['u.last_seen_at >= $?::timestamptz', query.seenAfter],
    ['u.last_seen_at < $?::timestamptz', query.seenBefore],
  ];
  const used = filters.filter(([, value]) => value !== undefined && value !== null && value !== '');
  const conditions = used.map(([condition], index) => condition.replaceAll('$?', `$${index + 1}`));
  return { where: `where ${[LIVING, ...conditions].join(' and ')}`, values: used.map(([, value]) => value) };
}

/** By uuid or the caller's own id; whoever was merged into another answers as that one. @throws AppError `not_found` */
export async function getCustomer({ db, actor }: Context, idOrKey: string): Promise<CustomerDetail> {
  permit(actor, 'customers.read');
  return readCustomer(db, actor.accountId, idOrKey);
}

/** @throws AppError `not_found` */
export async function readCustomer(tx: Queries, accountId: string, idOrKey: string): Promise<CustomerDetail> {
  const id = await findCustomer(tx, accountId, idOrKey);
  const [row] =
    id === undefined
      ? []
      : await tx.query<Row & Pick<CustomerDetail, 'previousConversations' | 'triggered'>>(
          `select ${columns}, u.previous_conversations as "previousConversations", u.triggered
            from ${from} where u.account_id = $1 and u.id = $2 and ${LIVING}`,
          [accountId, id],
        );
  if (!row) throw notFound('customer', idOrKey);
  return {
    ...present(row),
    previousConversations: row.previousConversations,
    triggered: row.triggered,
    identities: await readIdentities(tx, accountId, row.id),
    liftedSuspensions: await readLifted(tx, accountId, row.id),
  };
}

async function readIdentities(tx: Queries, accountId: string, id: string): Promise<CustomerDetail['identities']> {
  const rows = await tx.query<Omit<CustomerDetail['identities'][number], 'createdAt'> & { createdAt: Date }>(
    `select kind, value, created_at as "createdAt" from customer_identities
      where account_id = $1 and customer_id = $2 order by kind, created_at, value`,
    [accountId, id],
  );
  return rows.map((row) => ({ ...row, createdAt: iso(row.createdAt) }));
}

type Lifted = { suspension: Suspension; liftedAt: Date; liftedBy: string | null };

async function readLifted(tx: Queries, accountId: string, id: string): Promise<CustomerDetail['liftedSuspensions']> {
  const rows = await tx.query<Lifted>(
    `select ${SUSPENSION} as suspension, s.lifted_at as "liftedAt", s.lifted_by_name as "liftedBy" from suspensions s
      where s.account_id = $1 and s.customer_id = $2 and s.lifted_at is not null order by s.id desc`,
    [accountId, id],
  );
  return rows.map(({ suspension, liftedAt, liftedBy }) => ({ ...suspension, liftedAt: iso(liftedAt), liftedBy }));
}

/** Every tag that some customer carries, in order of the alphabet; at most 200. */
export async function listCustomerTags({ db, actor }: Context): Promise<string[]> {
  permit(actor, 'customers.read');
  const rows = await db.query<{ tag: string }>(
    `select distinct t.tag from customers u cross join lateral unnest(u.tags) as t(tag)
      where u.account_id = $1 and ${LIVING} and u.tags <> '{}' order by 1 limit 200`,
    [actor.accountId],
  );
  return rows.map(({ tag }) => tag);
}

function present(row: Row): Customer {
  const { id, key, name, email, emailVerified, language, anonymous, tags, conversations, suspension } = row;
  const seen = { firstSeenAt: iso(row.firstSeenAt), lastSeenAt: iso(row.lastSeenAt) };
  return { id, key, name, email, emailVerified, language, anonymous, tags, conversations, suspension, ...seen };
}
