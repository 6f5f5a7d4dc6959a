import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';

/** Remembers how far the actor has read; never backwards. Who is no agent has nothing to remember. */
export async function markRead({ db, actor }: Context, idOrKey: string, { seq }: { seq: number }): Promise<void> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  if (!actor.agent || seq === 0) return;
  const moved = await db.query<{ seq: number }>(
    `insert into conversation_reads as r (account_id, conversation_id, agent_id, seq, at)
      select $1, c.id, $3, least($4::integer, c.message_seq), clock_timestamp() from conversations c
      where c.account_id = $1 and c.id = $2
      on conflict (account_id, conversation_id, agent_id) do update set seq = excluded.seq, at = excluded.at
      where r.seq < excluded.seq returning r.seq`,
    [actor.accountId, id, actor.agent.id, Math.min(seq, 2_147_483_647)],
  );
  // The customer sees that it was read, the agent's other windows that nothing is unread.
  const [mark] = moved;
  if (mark) tellHints(db, [{ account: actor.accountId, topic: 'conversation', id, seq: mark.seq }]);
}
