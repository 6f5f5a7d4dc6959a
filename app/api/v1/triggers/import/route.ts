import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { importTriggers } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.import, (call) => importTriggers(call, call.body, call.query, call.locale));
