import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { cloneTrigger } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.clone, (call) => cloneTrigger(call, call.params.id ?? '', call.locale));
