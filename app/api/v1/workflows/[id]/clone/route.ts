import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { cloneWorkflow } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.clone, (call) => cloneWorkflow(call, call.params.id ?? '', call.locale));
