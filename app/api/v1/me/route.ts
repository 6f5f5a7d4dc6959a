import { meEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { getMe, updateMe } from '@/lib/services/session/me';

export const GET = route(meEndpoints.get, (call) => getMe(call));
export const PUT = route(meEndpoints.update, (call) => updateMe(call, call.body));
