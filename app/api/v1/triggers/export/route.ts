import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { exportTriggers } from '@/lib/services/triggers/verbs';

export const GET = route(
  triggerEndpoints.export,
  async (call) => (await exportTriggers(call)) as Record<string, unknown>[],
);
