import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import { tellPassing } from '../realtime/passing';

/** Tells everybody who looks that the actor is typing, or has stopped; stored nowhere. */
export async function tellTyping(
  { db, actor }: Context,
  idOrKey: string,
  { typing }: { typing: boolean },
): Promise<void> {
  permit(actor, 'conversations.write');
  const { id } = await findConversation(db, actor, idOrKey);
  tellPassing(db, {
    account: actor.accountId,
    topic: 'typing',
    conversation: id,
    by: 'agent',
    who: actor.agent?.key ?? actor.id ?? '',
    name: actor.name,
    active: typing,
  });
}
