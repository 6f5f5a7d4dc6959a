import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { bulkWorkflows } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.bulk, (call) => bulkWorkflows(call, call.body));
