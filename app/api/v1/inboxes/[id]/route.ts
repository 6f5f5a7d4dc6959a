import { inboxEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { deleteInbox } from '@/lib/services/inboxes/delete';
import { getInbox } from '@/lib/services/inboxes/read';
import { updateInbox } from '@/lib/services/inboxes/update';

export const GET = route(inboxEndpoints.get, (call) => getInbox(call, call.params.id ?? ''));
export const PUT = route(inboxEndpoints.update, (call) => updateInbox(call, call.params.id ?? '', call.body));
export const DELETE = route(inboxEndpoints.delete, (call) => deleteInbox(call, call.params.id ?? '', call.query));
