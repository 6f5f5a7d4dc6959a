import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { deactivateWorkflow } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.deactivate, (call) => deactivateWorkflow(call, call.params.id ?? ''));
