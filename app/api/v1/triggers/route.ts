import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { createTrigger, listTriggers } from '@/lib/services/triggers/verbs';

export const GET = route(triggerEndpoints.list, (call) => listTriggers(call, call.query));
export const POST = route(triggerEndpoints.create, (call) => createTrigger(call, call.body));
