import { groupEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { createGroup } from '@/lib/services/groups/create';
import { listGroups } from '@/lib/services/groups/read';

export const GET = route(groupEndpoints.list, (call) => listGroups(call, call.query));
export const POST = route(groupEndpoints.create, (call) => createGroup(call, call.body));
