import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { transferConversation } from '@/lib/runtime/conversations/transfer';
import { readConversation } from '@/lib/services/conversations/read';

export const POST = route(conversationEndpoints.transfer, async (call) => {
  const { id } = await transferConversation(call, call.params.id ?? '', call.body);
  return readConversation(call.db, call.actor.accountId, id);
});
