import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { deactivateTrigger } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.deactivate, (call) => deactivateTrigger(call, call.params.id ?? ''));
