import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { endConversation } from '@/lib/runtime/conversations/end';
import { readConversation } from '@/lib/services/conversations/read';

export const POST = route(conversationEndpoints.end, async (call) => {
  const { id } = await endConversation(call, call.params.id ?? '');
  return readConversation(call.db, call.actor.accountId, id);
});
