import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { deleteWorkflow, getWorkflow, updateWorkflow } from '@/lib/services/workflows/verbs';

export const GET = route(workflowEndpoints.get, (call) => getWorkflow(call, call.params.id ?? ''));
export const PUT = route(workflowEndpoints.update, (call) =>
  updateWorkflow(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(workflowEndpoints.remove, (call) =>
  deleteWorkflow(call, call.params.id ?? '', call.ifMatch),
);
