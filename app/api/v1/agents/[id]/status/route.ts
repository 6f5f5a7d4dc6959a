import { conversationEndpoints } from '@/lib/contracts/endpoints/conversations';
import { route } from '@/lib/http/route';
import { setAgentStatus } from '@/lib/runtime/conversations/agent-status';

export const PUT = route(conversationEndpoints.agentStatus, (call) =>
  setAgentStatus(call, call.params.id ?? '', call.body),
);
