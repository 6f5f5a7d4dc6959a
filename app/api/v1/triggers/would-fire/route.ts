import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { wouldHaveFired } from '@/lib/services/events/explain';

export const POST = route(triggerEndpoints.wouldFire, (call) => wouldHaveFired(call, call.body));
