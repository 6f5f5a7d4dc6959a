import { agentVerbEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { markRead } from '@/lib/runtime/conversations/read-mark';

export const PUT = route(agentVerbEndpoints.read, (call) => markRead(call, call.params.id ?? '', call.body));
