import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { notFound } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import { maySeeConversation } from '../permit';

export type FoundTicket = {
  id: string;
  extId: string;
  number: number | null;
  groupKey: string | null;
  assigneeKey: string | null;
};

/**
 * A ticket by its number, its caller's id or its uuid; a number wins over an id that looks like one.
 * @throws AppError `not_found`, also for what the actor may not see and for conversations that are no tickets yet
 */
export async function findTicket(tx: Queries, actor: Actor, name: string): Promise<FoundTicket> {
  const [row] = await tx.query<FoundTicket>(
    `select id, ext_id as "extId", number, group_key as "groupKey", assignee_key as "assigneeKey" from conversations
      where account_id = $1 and ticket_created_at is not null and (number = $2::bigint or ext_id = $3 or id = $4::uuid)
      order by number = $2::bigint desc nulls last, ext_id = $3 desc limit 1`,
    [actor.accountId, /^\d{1,15}$/.test(name) ? Number(name) : null, name, isUuid(name) ? name : null],
  );
  if (!row || !maySeeConversation(actor, row)) throw notFound('ticket', name);
  return row;
}
