import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { changeTags } from '@/lib/runtime/conversations/tags';
import { getConversation } from '@/lib/services/conversations/read';

export const POST = route(conversationEndpoints.tags, async (call) => {
  const { id } = await changeTags(call, call.params.id ?? '', call.body);
  return getConversation(call, id);
});
