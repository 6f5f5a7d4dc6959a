import { inboxEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { createInbox } from '@/lib/services/inboxes/create';
import { listInboxes } from '@/lib/services/inboxes/read';

export const GET = route(inboxEndpoints.list, (call) => listInboxes(call, call.query));
export const POST = route(inboxEndpoints.create, (call) => createInbox(call, call.body));
