import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { importWorkflows } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.import, (call) =>
  importWorkflows(call, call.body, call.query, call.locale),
);
