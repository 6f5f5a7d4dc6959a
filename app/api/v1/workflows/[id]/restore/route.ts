import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { restoreWorkflow } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.restore, (call) => restoreWorkflow(call, call.params.id ?? ''));
