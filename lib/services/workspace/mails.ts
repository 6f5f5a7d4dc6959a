import type { ThreadMails } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { may, permit } from '../permit';

const MOST = 500;

/**
 * What became of the latest messages that go out by e-mail. In a conversation of the widget nothing waits: whether a
 * mail is needed at all shows when it is due. @throws AppError `not_found`
 */
export async function listThreadMails({ db, actor }: Context, idOrKey: string): Promise<ThreadMails> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const items = await db.query<ThreadMails['items'][number]>(
    `select s.seq as message, coalesce(m.state, case d.state when 'failed' then 'failed' else 'waiting' end) as state,
        m.recipients[1] as "to", case when m.id is null then d.last_error ->> 'code' end as reason,
        coalesce(m.error ->> 'detail', case when m.id is null then d.last_error ->> 'detail' end) as detail,
        case when $3::boolean then coalesce(m.id::text, case d.state when 'failed' then d.idempotency_key end) end as mail
      from (select account_id, conversation_id, seq from messages where account_id = $1 and conversation_id = $2 and author_kind <> 'customer'
          order by seq desc limit ${MOST}) s
        join conversations c on c.account_id = s.account_id and c.id = s.conversation_id
        left join channels ch on ch.account_id = c.account_id and ch.key = c.channel_key
        left join mails m on m.account_id = s.account_id and m.conversation_id = s.conversation_id and m.direction = 'out'
          and m.message_seq = s.seq
        left join deliveries d on d.account_id = s.account_id and d.idempotency_key = 'mail:' || s.conversation_id || ':' || s.seq
      where m.id is not null or d.state = 'failed' or (d.state in ('ready', 'leased') and ch.kind = 'email')
      order by s.seq`,
    [actor.accountId, id, may(actor, 'mails.read')],
  );
  return { items };
}
