import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import type { Ticket, TicketQuery } from '@/lib/contracts/ticket';
import type { Context } from '../context';
import { findCustomer, visible, visibleTo } from '../conversations/find';
import { NOBODY } from '../conversations/read';
import { permit } from '../permit';
import { iso, isoOrNull, searchPattern } from '../search-pattern';
import { findTicket } from './find';

type Sometimes = 'lastCustomerReplyAt' | 'lastAgentReplyAt' | 'endedAt';
type Always = 'createdAt' | 'lastActivityAt';
type Row = Omit<Ticket, Sometimes | Always> & Record<Always, Date> & Record<Sometimes, Date | null>;

const nameOf = (alias: string, more = '') =>
  `case when ${alias}.id is not null then jsonb_build_object('key', ${alias}.key, 'name', ${alias}.name${more}) end`;

const NOT_REPLIED = 'c.awaits_reply';
const wants = (name: string) => `coalesce((s.flags ->> '${name}')::boolean, false)`;

const columns = `c.id, c.ext_id as key, c.number, c.subject, c.type, c.context, c.sentiment, c.source, c.tags, c.orders, c.phase,
  jsonb_build_object('key', c.status, 'name', coalesce(s.name, c.status), 'class', c.class, 'colour', coalesce(s.colour, 'grey')) as status,
  jsonb_build_object('key', c.channel_key, 'name', coalesce(h.name, c.channel_key), 'kind', coalesce(h.kind, 'api')) as channel,
  ${nameOf('n')} as integration, c.allegro_account as "allegroAccount",
  ${nameOf('i', `, 'group', ${nameOf('ig')}`)} as inbox, ${nameOf('g')} as "group", ${nameOf('a')} as assignee,
  jsonb_build_object('id', u.ext_id, 'name', u.name, 'email', u.email) as customer,
  coalesce(c.created_by, 'customer') as "createdBy",
  case when ${NOT_REPLIED} then 'not_replied' else 'replied' end as response,
  ${NOT_REPLIED} and ${wants('requiresResponse')} as "requiresResponse",
  c.ticket_created_at as "createdAt", c.last_customer_reply_at as "lastCustomerReplyAt",
  c.last_agent_reply_at as "lastAgentReplyAt", c.last_activity_at as "lastActivityAt", c.ended_at as "endedAt"`;

/** What the filters look into, and what is shown beside it. */
const filtered = `conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
  left join statuses s on s.account_id = c.account_id and s.key = c.status
  left join inboxes i on i.account_id = c.account_id and i.key = c.inbox_key
  left join inbox_groups ig on ig.account_id = i.account_id and ig.id = i.inbox_group_id`;
const shown = `left join channels h on h.account_id = c.account_id and h.key = c.channel_key
  left join integrations n on n.account_id = c.account_id and n.key = c.integration_key
  left join groups g on g.account_id = c.account_id and g.key = c.group_key
  left join agents a on a.account_id = c.account_id and a.key = c.assignee_key`;

const ORDERS = {
  number: 'c.number',
  created: 'c.ticket_created_at',
  activity: 'c.last_activity_at',
  customer_reply: 'c.last_customer_reply_at',
} as const;

/** Tickets, the newest first; agents see their groups', those of no group, and their own. @throws AppError `forbidden` */
export async function listTickets({ db, actor }: Context, query: TicketQuery): Promise<Page<Ticket>> {
  permit(actor, 'conversations.read');
  const customer =
    query.customer === undefined ? undefined : ((await findCustomer(db, actor.accountId, query.customer)) ?? NOBODY);
  const used = filtersOf({ ...query, customer }).filter(([, value]) => value !== undefined && value !== null);
  const conditions = used.map(([condition], index) => condition.replaceAll('$?', `$${index + 3}`));
  const where = ['c.account_id = $1', 'c.number is not null', visible(2), ...conditions].join(' and ');
  const values = [actor.accountId, visibleTo(actor), ...used.map(([, value]) => value)];
  const { limit, offset } = range(query);
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from ${filtered} where ${where}`,
    values,
  );
  const by = `order by ${ORDERS[query.sort ?? 'number']} ${query.order ?? 'desc'} nulls last, c.id desc`;
  const rows = await db.query<Row>(
    `select ${columns} from ${filtered} ${shown} where ${where} ${by} limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, limit, offset],
  );
  return { items: rows.map(present), total: count?.total ?? 0 };
}

type Filter = [condition: string, value: unknown];

function filtersOf(query: TicketQuery): Filter[] {
  const search = query.search?.trim();
  const number = search && /^#?\d{1,15}$/.test(search) ? `c.number = ${Number(search.replace('#', ''))} or ` : '';
  const texts = ['c.subject', 'c.ext_id', 'u.ext_id', 'u.name', 'u.email'];
  return [
    [`(${number}${texts.map((each) => `${each} ilike $?`).join(' or ')})`, searchPattern(search)],
    ['(s.key = $? or s.id::text = $?)', query.status],
    ['c.class = $?', query.class],
    [`${wants('visibleInInbox')} = $?`, query.visible],
    [`${NOT_REPLIED} = ($? = 'not_replied')`, query.response],
    [`(${NOT_REPLIED} and ${wants('requiresResponse')}) = $?`, query.requiresResponse],
    ['c.type = $?', query.type],
    ['c.context = $?', query.context],
    ['c.sentiment = $?', query.sentiment],
    ['$? = any(c.tags)', query.tag],
    named('c.assignee_key', 'agents', query.assignee),
    named('c.inbox_key', 'inboxes', query.inbox),
    ['(ig.key = $? or ig.id::text = $?)', query.inboxGroup],
    named('c.group_key', 'groups', query.group),
    named('c.channel_key', 'channels', query.channel),
    ['c.source = $?', query.source],
    named('c.integration_key', 'integrations', query.integration),
    ['c.allegro_account = $?', query.allegroAccount],
    ['$? = any(c.orders)', query.orderId],
    ['c.customer_id = $?::uuid', query.customer],
    [`coalesce(c.created_by, 'customer') = $?`, query.createdBy],
    ['c.ticket_created_at >= $?::timestamptz', query.from],
    ['c.ticket_created_at < $?::timestamptz', query.to],
  ];
}

/** By key or uuid; `none`: without any. */
function named(column: string, table: string, value: string | undefined): Filter {
  if (value === 'none') return [`(${column} is null) = $?`, true];
  return [`${column} in (select key from ${table} where account_id = $1 and (key = $? or id::text = $?))`, value];
}

/** By number, the caller's id or uuid. @throws AppError `not_found`, also for what the actor may not see */
export async function getTicket({ db, actor }: Context, name: string): Promise<Ticket> {
  permit(actor, 'conversations.read');
  const { id } = await findTicket(db, actor, name);
  return readTicket(db, actor.accountId, id);
}

/** Whoever asks: for the answer of a verb that was permitted. */
export async function readTicket(tx: Queries, accountId: string, id: string): Promise<Ticket> {
  const [row] = await tx.query<Row>(
    `select ${columns} from ${filtered} ${shown} where c.account_id = $1 and c.id = $2 and c.number is not null`,
    [accountId, id],
  );
  if (!row) throw notFound('ticket', id);
  return present(row);
}

function present(row: Row): Ticket {
  return {
    ...row,
    number: Number(row.number),
    createdAt: iso(row.createdAt),
    lastCustomerReplyAt: isoOrNull(row.lastCustomerReplyAt),
    lastAgentReplyAt: isoOrNull(row.lastAgentReplyAt),
    lastActivityAt: iso(row.lastActivityAt),
    endedAt: isoOrNull(row.endedAt),
  };
}
