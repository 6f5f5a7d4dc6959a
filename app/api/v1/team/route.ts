import { teamEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { inviteUser } from '@/lib/services/team/invite';
import { listUsers } from '@/lib/services/team/read';

export const GET = route(teamEndpoints.list, (call) => listUsers(call, call.query));
export const POST = route(teamEndpoints.invite, (call) => inviteUser(call, call.body));
