import { accountEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { getAccount } from '@/lib/services/account/read';
import { updateAccount } from '@/lib/services/account/update';

export const GET = route(accountEndpoints.get, (call) => getAccount(call));
export const PUT = route(accountEndpoints.update, (call) => updateAccount(call, call.body));
