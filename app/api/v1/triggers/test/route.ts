import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { testTrigger } from '@/lib/services/triggers/test';

export const POST = route(triggerEndpoints.test, async (call) => testTrigger(call, call.body));
