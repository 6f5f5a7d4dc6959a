import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { restoreTriggerVersion } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.restoreVersion, (call) =>
  restoreTriggerVersion(call, call.params.id ?? '', Number(call.params.version), call.ifMatch),
);
