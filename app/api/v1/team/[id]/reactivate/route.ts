import { teamEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { reactivateUser } from '@/lib/services/team/activation';

export const POST = route(teamEndpoints.reactivate, (call) => reactivateUser(call, call.params.id ?? ''));
