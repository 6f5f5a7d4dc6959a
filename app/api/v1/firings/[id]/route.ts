import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { getFiring } from '@/lib/services/firings/read';

export const GET = route(logEndpoints.firing, (call) => getFiring(call, call.params.id ?? ''));
