import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { replyToConversation } from '@/lib/runtime/conversations/reply';
import { listMessages, readMessage } from '@/lib/services/conversations/read';

export const GET = route(conversationEndpoints.messages, (call) =>
  listMessages(call, call.params.id ?? '', call.query),
);
export const POST = route(conversationEndpoints.reply, async (call) => {
  const { id, seq } = await replyToConversation(call, call.params.id ?? '', call.body);
  return readMessage(call, id, seq);
});
