import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { listFirings } from '@/lib/services/firings/read';

export const GET = route(logEndpoints.firings, (call) => listFirings(call, call.query));
