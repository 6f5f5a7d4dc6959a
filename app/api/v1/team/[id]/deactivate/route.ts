import { teamEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { deactivateUser } from '@/lib/services/team/activation';

export const POST = route(teamEndpoints.deactivate, (call) => deactivateUser(call, call.params.id ?? ''));
