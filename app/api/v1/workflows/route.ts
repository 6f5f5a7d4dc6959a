import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { listWorkflows } from '@/lib/services/workflows/list';
import { createWorkflow } from '@/lib/services/workflows/verbs';

export const GET = route(workflowEndpoints.list, (call) => listWorkflows(call, call.query));
export const POST = route(workflowEndpoints.create, (call) => createWorkflow(call, call.body));
