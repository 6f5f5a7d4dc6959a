import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { getEvent } from '@/lib/services/events/read';

export const GET = route(logEndpoints.event, (call) => getEvent(call, call.params.id ?? ''));
