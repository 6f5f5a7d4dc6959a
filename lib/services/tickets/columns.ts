import type { Ticket } from '@/lib/contracts/ticket';
import { iso, isoOrNull } from '../search-pattern';

type Sometimes = 'lastCustomerReplyAt' | 'lastAgentReplyAt' | 'endedAt';
type Always = 'createdAt' | 'lastActivityAt';
export type TicketAnswer = Omit<Ticket, Sometimes | Always> & Record<Always, Date> & Record<Sometimes, Date | null>;

const nameOf = (alias: string, more = '') =>
  `case when ${alias}.id is not null then jsonb_build_object('key', ${alias}.key, 'name', ${alias}.name${more}) end`;

/** Of `ticketFrom`. */
export const TICKET_COLUMNS = `c.id, c.ext_id as key, c.number, c.subject, c.type, c.context, c.sentiment, c.source, c.tags, c.orders, c.phase,
  jsonb_build_object('key', c.status, 'name', coalesce(s.name, c.status), 'class', c.class, 'colour', coalesce(s.colour, 'grey')) as status,
  jsonb_build_object('key', c.channel_key, 'name', coalesce(h.name, c.channel_key), 'kind', coalesce(h.kind, 'api')) as channel,
  ${nameOf('n')} as integration, c.allegro_account as "allegroAccount",
  ${nameOf('i', `, 'group', ${nameOf('ig')}`)} as inbox, ${nameOf('g')} as "group", ${nameOf('a')} as assignee,
  jsonb_build_object('id', u.ext_id, 'name', u.name, 'email', u.email) as customer,
  coalesce(c.created_by, 'customer') as "createdBy",
  case when c.awaits_reply then 'not_replied' else 'replied' end as response,
  c.awaits_reply and coalesce((s.flags ->> 'requiresResponse')::boolean, false) as "requiresResponse",
  c.ticket_created_at as "createdAt", c.last_customer_reply_at as "lastCustomerReplyAt",
  c.last_agent_reply_at as "lastAgentReplyAt", c.last_activity_at as "lastActivityAt", c.ended_at as "endedAt"`;

/** What `TICKET_COLUMNS` asks: conversations `c`, a table or a part of it, with everything that they name. */
export const ticketFrom = (conversations = 'conversations') => `${conversations} c
  join customers u on u.account_id = c.account_id and u.id = c.customer_id
  left join statuses s on s.account_id = c.account_id and s.key = c.status
  left join inboxes i on i.account_id = c.account_id and i.key = c.inbox_key
  left join inbox_groups ig on ig.account_id = i.account_id and ig.id = i.inbox_group_id
  left join channels h on h.account_id = c.account_id and h.key = c.channel_key
  left join integrations n on n.account_id = c.account_id and n.key = c.integration_key
  left join groups g on g.account_id = c.account_id and g.key = c.group_key
  left join agents a on a.account_id = c.account_id and a.key = c.assignee_key`;

export function presentTicket(row: TicketAnswer): Ticket {
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
