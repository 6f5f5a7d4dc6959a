import { statusEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { createStatus } from '@/lib/services/statuses/create';
import { listStatuses } from '@/lib/services/statuses/read';

export const GET = route(statusEndpoints.list, (call) => listStatuses(call, call.query));
export const POST = route(statusEndpoints.create, (call) => createStatus(call, call.body));
