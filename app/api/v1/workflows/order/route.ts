import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { orderWorkflows } from '@/lib/services/workflows/verbs';

export const PUT = route(workflowEndpoints.order, (call) => orderWorkflows(call, call.body));
