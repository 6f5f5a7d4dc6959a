import { agentEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { createAgent } from '@/lib/services/agents/create';
import { listAgents } from '@/lib/services/agents/read';

export const GET = route(agentEndpoints.list, (call) => listAgents(call, call.query));
export const POST = route(agentEndpoints.create, (call) => createAgent(call, call.body));
