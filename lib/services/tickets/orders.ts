import { invalid } from '@/lib/contracts/app-error';
import type { Ticket, TicketQuery } from '@/lib/contracts/ticket';
import { isUuid } from '@/lib/contracts/value';
import { readCursor, writeCursor } from '../cursor';
import type { Filter } from './filters';

type Sort = NonNullable<TicketQuery['sort']>;

interface Order {
  readonly column: string;
  readonly type: 'bigint' | 'timestamptz';
  /** Only tickets that have it are listed, as its index holds them alone. */
  readonly present: string;
  /** Its index leads with the class: both classes are read by themselves. */
  readonly byClass: boolean;
  /** Of a ticket, for the cursor. */
  of(ticket: Ticket): string;
}

const ORDERS: Readonly<Record<Sort, Order>> = {
  number: {
    ...{ column: 'c.number', type: 'bigint', byClass: false },
    present: 'c.number is not null',
    of: ({ number }) => String(number),
  },
  created: {
    ...{ column: 'c.ticket_created_at', type: 'timestamptz', byClass: true },
    present: 'c.ticket_created_at is not null',
    of: ({ createdAt }) => createdAt,
  },
  customer_reply: {
    ...{ column: 'c.last_customer_reply_at', type: 'timestamptz', byClass: true },
    present: 'c.ticket_created_at is not null and c.last_customer_reply_at is not null',
    of: ({ lastCustomerReplyAt }) => lastCustomerReplyAt ?? '',
  },
};

export interface Ordering {
  readonly order: Order;
  /** `order by …` of conversations `c`. */
  readonly by: string;
  /** What comes after the cursor. */
  readonly beyond: readonly Filter[];
  next(last: Ticket): string;
}

/** @throws AppError `invalid` for a cursor that is none of this order */
export function orderingOf(query: TicketQuery): Ordering {
  const { order: wanted = 'desc', cursor } = query;
  const order = ORDERS[query.sort ?? usualSort(query)];
  const parts = readParts(order, cursor);
  const compare = wanted === 'asc' ? '>' : '<';
  const place = `(($?::text::jsonb ->> 0)::${order.type}, ($?::text::jsonb ->> 1)::uuid)`;
  return {
    order,
    by: `order by ${order.column} ${wanted}, c.id ${wanted}`,
    beyond: parts ? [[`(${order.column}, c.id) ${compare} ${place}`, JSON.stringify(parts)]] : [],
    next: (last) => writeCursor([order.of(last), last.id]),
  };
}

/** Both are the order in which tickets came: as the index of what they are narrowed by has them. */
function usualSort({ status, assignee, inbox }: TicketQuery): Sort {
  return status === undefined && assignee === undefined && inbox === undefined ? 'created' : 'number';
}

function readParts({ type }: Order, cursor: string | undefined): readonly string[] | undefined {
  const parts = readCursor(cursor, 2);
  if (!parts) return undefined;
  const [at = '', id = ''] = parts;
  const fits = type === 'bigint' ? /^\d{1,15}$/.test(at) : /^\d{4}-.*Z$/.test(at);
  if (!fits || !isUuid(id)) throw invalid('cursor', 'bad_cursor');
  return parts;
}
