/** A ticket as conditions of workflows and their texts read it, out of the database instead of a working copy. */
import type { Queries, Statement } from '@/db/client';
import { snapshot } from '@/lib/engine/snapshot';
import { eventOfStart } from '@/lib/engine/start';
import { ticketFactState } from '@/lib/engine/state/read-facts';
import type { Conversation, Customer } from '@/lib/engine/state/records';
import { type Premises, surroundingsAt } from '@/lib/engine/state/surroundings';
import { type Happened, ticketStateOf } from '@/lib/engine/state/ticket-state';
import type { Facts } from '@/lib/engine/value';

type OfTicket = Pick<
  Conversation,
  | (
      | 'id'
      | 'extId'
      | 'channelKey'
      | 'number'
      | 'source'
      | 'subject'
      | 'status'
      | 'class'
      | 'type'
      | 'context'
      | 'sentiment'
    )
  | ('integrationKey' | 'allegroAccount' | 'inboxKey' | 'ticketCreatedAt' | 'lastCustomerReplyAt' | 'awaitsReply')
  | ('assigneeKey' | 'createdBy' | 'tags' | 'language')
>;
type OfCustomer = Pick<Customer, 'name' | 'email' | 'language' | 'triggered' | 'previousConversations'>;

export type TicketRow = OfTicket & { customer: OfCustomer };

/** Of `c`, conversations, and `u`, their customers. */
export const ticketColumns = `c.id, c.ext_id as "extId", c.channel_key as "channelKey", c.number, c.source, c.subject, c.status, c.class, c.type, c.context,
  c.sentiment, c.integration_key as "integrationKey", c.allegro_account as "allegroAccount", c.inbox_key as "inboxKey",
  c.ticket_created_at as "ticketCreatedAt", c.last_customer_reply_at as "lastCustomerReplyAt", c.awaits_reply as "awaitsReply",
  c.assignee_key as "assigneeKey", c.created_by as "createdBy", c.tags, c.language,
  jsonb_build_object('name', u.name, 'email', u.email, 'language', u.language, 'triggered', u.triggered,
    'previousConversations', u.previous_conversations) as customer`;

/** @param found the condition on `c`, conversations, and what follows it */
export function ticketRows(found: string, params: Statement['params']): Statement {
  return {
    sql: `select ${ticketColumns} from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
      where ${found}`,
    params,
  };
}

export async function readTicketRow(tx: Queries, accountId: string, id: string): Promise<TicketRow> {
  const { sql, params } = ticketRows('c.account_id = $1 and c.id = $2', [accountId, id]);
  const [row] = await tx.query<TicketRow & Record<string, unknown>>(sql, params);
  if (!row) throw new Error('The ticket vanished between two reads');
  return row;
}

/** The facts of workflows on this ticket at a moment at which this happened. */
export function factsOfTicket(row: TicketRow, happened: Happened, premises: Premises, at: Date): Facts {
  // What the ticket's state reads of a conversation is among the columns.
  const ticket = ticketStateOf(row as unknown as Conversation, happened, surroundingsAt(premises, at));
  return snapshot(eventOfStart('event'), ticketFactState(ticket, row.customer as Customer, at));
}
