import { workflowEndpoints } from '@/lib/contracts/endpoints/workflows';
import { route } from '@/lib/http/route';
import { workflowWouldHaveFired } from '@/lib/services/workflows/would-fire';

export const POST = route(workflowEndpoints.wouldFire, (call) => workflowWouldHaveFired(call, call.body));
