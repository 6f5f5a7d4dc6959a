import { tokenEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { createToken } from '@/lib/services/tokens/create';
import { listTokens } from '@/lib/services/tokens/read';

export const GET = route(tokenEndpoints.list, (call) => listTokens(call, call.query));
export const POST = route(tokenEndpoints.create, (call) => createToken(call, call.body));
