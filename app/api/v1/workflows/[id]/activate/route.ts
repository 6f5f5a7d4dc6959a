import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { activateWorkflow } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.activate, (call) => activateWorkflow(call, call.params.id ?? ''));
