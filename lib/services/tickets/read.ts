import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Ticket } from '@/lib/contracts/ticket';
import type { Context } from '../context';
import { permit } from '../permit';
import { presentTicket, TICKET_COLUMNS, type TicketAnswer, ticketFrom } from './columns';
import { findTicket } from './find';

/** By number, the caller's id or uuid. @throws AppError `not_found`, also for what the actor may not see */
export async function getTicket({ db, actor }: Context, name: string): Promise<Ticket> {
  permit(actor, 'conversations.read');
  const { id } = await findTicket(db, actor, name);
  return readTicket(db, actor.accountId, id);
}

/** Whoever asks: for the answer of a verb that was permitted. */
export async function readTicket(tx: Queries, accountId: string, id: string): Promise<Ticket> {
  const [row] = await tx.query<TicketAnswer>(
    `select ${TICKET_COLUMNS} from ${ticketFrom()} where c.account_id = $1 and c.id = $2 and c.number is not null`,
    [accountId, id],
  );
  if (!row) throw notFound('ticket', id);
  return presentTicket(row);
}
