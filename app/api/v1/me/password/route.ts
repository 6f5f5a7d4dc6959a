import { meEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { changePassword } from '@/lib/services/team/change-password';

export const PUT = route(meEndpoints.changePassword, (call) => changePassword(call, call.body));
