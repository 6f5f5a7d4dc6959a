import { AppError, notFound } from '@/lib/contracts/app-error';
import type { ThreadMails } from '@/lib/contracts/workspace';
import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import { listThreadMails } from '@/lib/services/workspace/mails';
import { tellHints } from '../hints';
import { mailKey } from '../steps/queue-mails';

/**
 * Sends a message again whose e-mail failed: the same delivery under the same key, so two who ask at once send it once.
 * @throws AppError `forbidden`, `not_found`, `conflict` (`mail_not_failed`)
 */
export async function retryMail(context: Context, idOrKey: string, seq: number): Promise<ThreadMails> {
  const { db, actor } = context;
  permit(actor, 'conversations.write');
  const { id } = await findConversation(db, actor, idOrKey);
  if (!Number.isSafeInteger(seq) || seq < 1 || seq > 2_147_483_647) throw notFound('message', String(seq));
  const key = mailKey(id, seq);
  // A mail of the widget takes along what is unread; one that later mails have overtaken goes out alone.
  const again = await db.query(
    `update deliveries d set state = 'ready', next_at = clock_timestamp(), lease_until = null, done_at = null,
        payload = case when exists (select 1 from mails m where m.account_id = $1 and m.conversation_id = $3 and m.direction = 'out' and m.message_seq > $4)
            or exists (select 1 from deliveries o where o.account_id = $1 and o.conversation_id = $3 and o.kind = 'mail' and o.state = 'leased')
          then jsonb_set(d.payload, '{plan,alone}', 'true') else d.payload end
      where d.account_id = $1 and d.idempotency_key = $2 and d.kind = 'mail' and d.state = 'failed' returning 1 as one`,
    [actor.accountId, key, id, seq],
  );
  if (again.length === 0) await refuse(context, key, seq);
  tellHints(db, [{ account: actor.accountId, topic: 'conversation', id, seq: 0 }]);
  return listThreadMails(context, id);
}

async function refuse({ db, actor }: Context, key: string, seq: number): Promise<never> {
  const [delivery] = await db.query<{ state: string }>(
    'select state from deliveries where account_id = $1 and idempotency_key = $2',
    [actor.accountId, key],
  );
  if (!delivery) throw notFound('message', String(seq));
  throw new AppError('conflict', { reason: 'mail_not_failed', state: delivery.state });
}
