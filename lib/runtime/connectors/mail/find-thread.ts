import type { Queries } from '@/db/client';
import type { IncomingMail, MailAddress } from './incoming-mail';
import { isAnswer, plainSubject } from './subject';

export interface FoundConversation {
  readonly id: string;
  readonly extId: string;
  readonly ended: boolean;
  /** Of the customer, as the caller knows them. */
  readonly customer: string;
  readonly email: string | null;
}

const COLUMNS = `c.id, c.ext_id as "extId", c.phase = 'ended' as ended, u.ext_id as customer, u.email`;
const FROM = 'conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id';

/**
 * The conversation that a mail goes on with: by the mails it refers to, whoever sends it, since only they know their
 * ids. Some programs lose the references: then by the subject, for the same sender alone.
 */
export async function findThread(
  db: Queries,
  accountId: string,
  { references, subject }: Pick<IncomingMail, 'references' | 'subject'>,
  sender: MailAddress,
): Promise<FoundConversation | undefined> {
  if (references.length > 0) {
    const [row] = await db.query<FoundConversation & Record<string, unknown>>(
      `select ${COLUMNS} from ${FROM} join mails m on m.account_id = c.account_id and m.conversation_id = c.id
        where c.account_id = $1 and m.message_seq is not null
          and m.message_id in (select jsonb_array_elements_text($2::text::jsonb)) order by m.created_at desc, m.id desc limit 1`,
      [accountId, JSON.stringify(references)],
    );
    if (row) return row;
  }
  const plain = plainSubject(subject).toLowerCase();
  if (!isAnswer(subject) || plain === '') return undefined;
  const rows = await db.query<FoundConversation & { subject: string } & Record<string, unknown>>(
    `select ${COLUMNS}, c.subject from ${FROM} where c.account_id = $1 and c.phase <> 'ended' and c.subject is not null
      and c.last_activity_at > clock_timestamp() - interval '30 days' and c.customer_id in
        (select id from customers where account_id = $1 and lower(email) = $2) order by c.last_activity_at desc limit 50`,
    [accountId, sender.address],
  );
  return rows.find((row) => plainSubject(row.subject).toLowerCase() === plain);
}

/** A customer by their address: one who has proved it, or who has written from it before. */
export async function findSender(db: Queries, accountId: string, address: string): Promise<string | undefined> {
  const [row] = await db.query<{ extId: string }>(
    `select u.ext_id as "extId" from customers u where u.account_id = $1 and u.merged_into is null and u.erased_at is null
        and (u.ext_id = $3 or (lower(u.email) = $2 and u.email_verified) or u.id in (select customer_id from customer_identities
          where account_id = $1 and kind = 'email' and value = $2))
      order by (u.ext_id = $3) desc, u.last_seen_at desc limit 1`,
    [accountId, address, senderId(address)],
  );
  return row?.extId;
}

/** Our own id of somebody who is known by their address alone. */
export function senderId(address: string): string {
  return `email:${address}`.slice(0, 200);
}
