import { inboxGroupEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { deleteInboxGroup } from '@/lib/services/inbox-groups/delete';
import { getInboxGroup } from '@/lib/services/inbox-groups/read';
import { updateInboxGroup } from '@/lib/services/inbox-groups/update';

export const GET = route(inboxGroupEndpoints.get, (call) => getInboxGroup(call, call.params.id ?? ''));
export const PUT = route(inboxGroupEndpoints.update, (call) => updateInboxGroup(call, call.params.id ?? '', call.body));
export const DELETE = route(inboxGroupEndpoints.delete, (call) =>
  deleteInboxGroup(call, call.params.id ?? '', call.query),
);
