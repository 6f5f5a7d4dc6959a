import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type TicketChange, ticketChange } from '@/lib/contracts/ticket';
import type { Context } from '@/lib/services/context';
import type { IngestOptions } from '../ingest/ingest';
import { onConversation } from './command';

/**
 * Changes a ticket by hand, also after its end: workflows that wait for it run, those on the ticket's state alone do not
 * take an assignment back. @throws AppError `conflict` while it is no ticket yet, `invalid` for what is not there
 */
export async function changeTicket(
  context: Context,
  id: string,
  input: TicketChange,
  options: IngestOptions = {},
): Promise<{ id: string }> {
  const ticket = parse(ticketChange, input);
  if (ticket.assignee) await requireActive(context, ticket.assignee);
  return onConversation(context, id, { verb: 'change_ticket', ticket }, options);
}

async function requireActive({ db, actor }: Context, agent: string): Promise<void> {
  const [found] = await db.query(
    'select from agents where account_id = $1 and active and (key = $2 or id::text = $2)',
    [actor.accountId, agent],
  );
  if (!found) throw invalid('assignee', 'unknown_agent', { key: agent });
}
