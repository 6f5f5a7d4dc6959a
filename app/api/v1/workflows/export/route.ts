import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { exportWorkflows } from '@/lib/services/workflows/verbs';

export const GET = route(
  workflowEndpoints.export,
  async (call) => (await exportWorkflows(call)) as Record<string, unknown>[],
);
