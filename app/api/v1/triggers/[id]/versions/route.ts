import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { listTriggerVersions } from '@/lib/services/triggers/verbs';

export const GET = route(triggerEndpoints.versions, async (call) => ({
  items: await listTriggerVersions(call, call.params.id ?? ''),
}));
