import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { restoreWorkflowVersion } from '@/lib/services/workflows/verbs';

export const POST = route(workflowEndpoints.restoreVersion, (call) =>
  restoreWorkflowVersion(call, call.params.id ?? '', Number(call.params.version), call.ifMatch),
);
