import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { cancelRest } from '@/lib/runtime/steps/wait-by-hand';

export const POST = route(logEndpoints.cancel, (call) => cancelRest(call, call.params.id ?? ''));
