import { agentEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { deleteAgent } from '@/lib/services/agents/delete';
import { getAgent } from '@/lib/services/agents/read';
import { updateAgent } from '@/lib/services/agents/update';

export const GET = route(agentEndpoints.get, (call) => getAgent(call, call.params.id ?? ''));
export const PUT = route(agentEndpoints.update, (call) => updateAgent(call, call.params.id ?? '', call.body));
export const DELETE = route(agentEndpoints.delete, (call) => deleteAgent(call, call.params.id ?? '', call.query));
