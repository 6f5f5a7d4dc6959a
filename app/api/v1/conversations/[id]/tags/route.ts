import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { changeTags } from '@/lib/runtime/conversations/tags';
import { readConversation } from '@/lib/services/conversations/read';

export const POST = route(conversationEndpoints.tags, async (call) => {
  const { id } = await changeTags(call, call.params.id ?? '', call.body);
  return readConversation(call.db, call.actor.accountId, id);
});
