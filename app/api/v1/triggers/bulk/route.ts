import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { bulkTriggers } from '@/lib/services/triggers/verbs';

export const POST = route(triggerEndpoints.bulk, (call) => bulkTriggers(call, call.body));
