import { inboxGroupEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { createInboxGroup } from '@/lib/services/inbox-groups/create';
import { listInboxGroups } from '@/lib/services/inbox-groups/read';

export const GET = route(inboxGroupEndpoints.list, (call) => listInboxGroups(call, call.query));
export const POST = route(inboxGroupEndpoints.create, (call) => createInboxGroup(call, call.body));
