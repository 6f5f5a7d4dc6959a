import { statusEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { deleteStatus } from '@/lib/services/statuses/delete';
import { getStatus } from '@/lib/services/statuses/read';
import { updateStatus } from '@/lib/services/statuses/update';

export const GET = route(statusEndpoints.get, (call) => getStatus(call, call.params.id ?? ''));
export const PUT = route(statusEndpoints.update, (call) => updateStatus(call, call.params.id ?? '', call.body));
export const DELETE = route(statusEndpoints.delete, (call) => deleteStatus(call, call.params.id ?? '', call.query));
