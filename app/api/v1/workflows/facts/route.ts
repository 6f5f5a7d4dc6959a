import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { seenByWorkflows } from '@/lib/services/workflows/seen';

export const POST = route(workflowEndpoints.facts, (call) => seenByWorkflows(call, call.body));
