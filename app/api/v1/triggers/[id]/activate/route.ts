import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { activateTrigger } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.activate, (call) => activateTrigger(call, call.params.id ?? ''));
