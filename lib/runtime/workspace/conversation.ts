import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import type { Context } from '@/lib/services/context';
import { getWorkspaceConversation } from '@/lib/services/workspace/conversation';
import { whoTypes } from '../realtime/who-types';

/** A conversation with everything beside it, and who is typing. @throws AppError `not_found` */
export async function openConversation(context: Context, idOrKey: string): Promise<WorkspaceConversation> {
  const conversation = await getWorkspaceConversation(context, idOrKey);
  return { ...conversation, typing: typingIn(context, conversation.id) };
}

/** Who is typing besides the actor. */
export function typingIn({ db, actor }: Context, id: string): WorkspaceConversation['typing'] {
  const own = actor.agent?.key ?? actor.id;
  const others = whoTypes(db, id).filter(({ by, who }) => by === 'customer' || who !== own);
  return others.map(({ by, name }) => ({ kind: by, name: name === '' ? null : name }));
}
