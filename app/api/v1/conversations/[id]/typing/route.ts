import { agentVerbEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { tellTyping } from '@/lib/runtime/conversations/typing';

export const POST = route(agentVerbEndpoints.typing, (call) => tellTyping(call, call.params.id ?? '', call.body));
