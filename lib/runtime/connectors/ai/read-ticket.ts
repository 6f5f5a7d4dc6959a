import type { Database } from '@/db/client';
import { Permanent } from '../outcome';
import type { Said } from './prompts';

const MESSAGES = 20;
const CHARACTERS = 4_000;

export interface TicketTexts {
  /** The caller's own id. */
  readonly extId: string;
  readonly subject: string | null;
  readonly customer: string | null;
  readonly language: string | null;
  /** Oldest first; notes stay among agents. */
  readonly conversation: readonly Said[];
}

/** What was said in a ticket up to a message. @throws Permanent `conversation_deleted` */
export async function readTicket(
  database: Database,
  accountId: string,
  conversationId: string,
  upTo: number,
): Promise<TicketTexts> {
  const [ticket] = await database.query<Omit<TicketTexts, 'conversation'>>(
    `select c.ext_id as "extId", c.subject, u.name as customer, coalesce(c.language, u.language) as language
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
      where c.account_id = $1 and c.id = $2`,
    [accountId, conversationId],
  );
  if (!ticket) throw new Permanent('conversation_deleted');
  const rows = await database.query<Said & Record<string, unknown>>(
    `select case author_kind when 'customer' then 'customer' when 'agent' then 'agent' else 'automation' end as "from",
        left(body, ${CHARACTERS}) as text from messages
      where account_id = $1 and conversation_id = $2 and seq <= $3 and kind <> 'note' and body <> ''
      order by seq desc limit ${MESSAGES}`,
    [accountId, conversationId, upTo],
  );
  return { ...ticket, conversation: rows.reverse().map(({ from, text }) => ({ from, text })) };
}
