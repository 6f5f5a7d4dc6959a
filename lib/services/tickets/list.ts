import type { TicketQuery, TicketSlice } from '@/lib/contracts/ticket';
import type { Context } from '../context';
import { findCustomer, visible, visibleTo } from '../conversations/find';
import { NOBODY } from '../conversations/read';
import { permit } from '../permit';
import { presentTicket, TICKET_COLUMNS, type TicketAnswer, ticketFrom } from './columns';
import { type Filter, filtersOf } from './filters';
import { type Ordering, orderingOf } from './orders';
import { searchTickets } from './search';

/**
 * Tickets, a part at a time, the newest first; agents see their groups', those of no group, and their own.
 * However many there are, a part is read along an index. @throws AppError `forbidden`, `invalid` for the cursor
 */
export async function listTickets(context: Context, query: TicketQuery): Promise<TicketSlice> {
  const { db, actor } = context;
  permit(actor, 'conversations.read');
  const ordering = orderingOf(query);
  const customer =
    query.customer === undefined ? undefined : ((await findCustomer(db, actor.accountId, query.customer)) ?? NOBODY);
  const filters = filtersOf(query, customer);
  const search = query.search?.trim();
  const found = search ? await searchTickets(db, search, ...conditionsOf(context, filters)) : undefined;
  const wanted: Filter[] = found ? [['c.id = any($?::text::uuid[])', `{${found.ids.join()}}`]] : [];
  const [where, values] = conditionsOf(context, [...filters, ...wanted, ...ordering.beyond]);
  const rows = await db.query<TicketAnswer>(ticketsAlong(ordering, where, query), values);
  const items = rows.slice(0, query.limit).map(presentTicket);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last ? ordering.next(last) : null, partial: found?.partial ?? false };
}

/** One ticket more than the part holds. Chosen before anything is joined. */
function ticketsAlong({ order, by }: Ordering, where: string, query: Pick<TicketQuery, 'class' | 'limit'>): string {
  const limit = `limit ${query.limit + 1}`;
  const part = (more = '') =>
    `(select c.* from conversations c where ${where} and c.number is not null and ${order.present}${more} ${by} ${limit})`;
  const isWhole = !order.byClass || query.class !== undefined;
  const chosen = isWhole
    ? part()
    : `(select * from (${part(" and c.class = 'open'")} union all ${part(" and c.class = 'closed'")}) x)`;
  return `select ${TICKET_COLUMNS} from ${ticketFrom(chosen)} ${by} ${limit}`;
}

/** The filters as one condition on conversations `c`, and its values. */
function conditionsOf({ actor }: Context, filters: readonly Filter[]): [where: string, values: unknown[]] {
  const conditions = filters.map(([condition], index) => condition.replaceAll('$?', `$${index + 3}`));
  return [
    ['c.account_id = $1', visible(2), ...conditions].join(' and '),
    [actor.accountId, visibleTo(actor), ...filters.map(([, value]) => value)],
  ];
}
