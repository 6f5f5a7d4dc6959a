import { groupEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { deleteGroup } from '@/lib/services/groups/delete';
import { getGroup } from '@/lib/services/groups/read';
import { updateGroup } from '@/lib/services/groups/update';

export const GET = route(groupEndpoints.get, (call) => getGroup(call, call.params.id ?? ''));
export const PUT = route(groupEndpoints.update, (call) => updateGroup(call, call.params.id ?? '', call.body));
export const DELETE = route(groupEndpoints.delete, (call) => deleteGroup(call, call.params.id ?? '', call.query));
