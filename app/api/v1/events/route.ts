import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { receiveEvents } from '@/lib/runtime/ingest/receive-events';
import { listEvents } from '@/lib/services/events/read';

export const GET = route(logEndpoints.events, (call) => listEvents(call, call.query));
export const POST = route(logEndpoints.send, (call) => receiveEvents(call, call.body.events));
