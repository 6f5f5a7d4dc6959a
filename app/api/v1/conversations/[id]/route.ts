import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { changeTicket } from '@/lib/runtime/conversations/change-ticket';
import { getConversation, readConversation } from '@/lib/services/conversations/read';

export const GET = route(conversationEndpoints.get, (call) => getConversation(call, call.params.id ?? ''));
export const PATCH = route(conversationEndpoints.change, async (call) => {
  const { id } = await changeTicket(call, call.params.id ?? '', call.body);
  return readConversation(call.db, call.actor.accountId, id);
});
