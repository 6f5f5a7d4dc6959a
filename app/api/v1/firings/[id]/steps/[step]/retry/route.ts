import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { retryByHand } from '@/lib/runtime/steps/retry-by-hand';

export const POST = route(logEndpoints.retry, (call) =>
  retryByHand(call, call.params.id ?? '', Number(call.params.step)),
);
