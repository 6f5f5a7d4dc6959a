import { teamEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { getUser } from '@/lib/services/team/read';
import { updateUser } from '@/lib/services/team/update';

export const GET = route(teamEndpoints.get, (call) => getUser(call, call.params.id ?? ''));
export const PUT = route(teamEndpoints.update, (call) => updateUser(call, call.params.id ?? '', call.body));
