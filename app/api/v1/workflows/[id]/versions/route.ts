import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { listWorkflowVersions } from '@/lib/services/workflows/verbs';

export const GET = route(workflowEndpoints.versions, async (call) => ({
  items: await listWorkflowVersions(call, call.params.id ?? ''),
}));
