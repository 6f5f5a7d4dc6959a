import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { restoreTrigger } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.restore, (call) => restoreTrigger(call, call.params.id ?? ''));
