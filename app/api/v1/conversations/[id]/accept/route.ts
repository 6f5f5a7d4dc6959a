import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { acceptConversation } from '@/lib/runtime/conversations/accept';
import { readConversation } from '@/lib/services/conversations/read';

export const POST = route(conversationEndpoints.accept, async (call) => {
  const { id } = await acceptConversation(call, call.params.id ?? '', call.body);
  return readConversation(call.db, call.actor.accountId, id);
});
