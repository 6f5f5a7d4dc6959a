import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { continueNow } from '@/lib/runtime/steps/wait-by-hand';

export const POST = route(logEndpoints.continue, (call) => continueNow(call, call.params.id ?? ''));
