import { agentVerbEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { assignConversation } from '@/lib/runtime/conversations/accept';
import { readConversation } from '@/lib/services/conversations/read';

export const POST = route(agentVerbEndpoints.assign, async (call) => {
  const { id } = await assignConversation(call, call.params.id ?? '', call.body);
  return readConversation(call.db, call.actor.accountId, id);
});
