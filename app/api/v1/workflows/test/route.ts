import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { testWorkflow } from '@/lib/services/workflows/test';

export const POST = route(workflowEndpoints.test, (call) => testWorkflow(call, call.body));
