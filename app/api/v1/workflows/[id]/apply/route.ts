import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { applyWorkflow } from '@/lib/runtime/workflows/apply';
import { reachOf } from '@/lib/services/workflows/candidates';

export const GET = route(workflowEndpoints.reach, (call) => reachOf(call, call.params.id ?? ''));
export const POST = route(workflowEndpoints.apply, (call) => applyWorkflow(call, call.params.id ?? ''));
