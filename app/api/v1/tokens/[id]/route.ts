import { tokenEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { revokeToken } from '@/lib/services/tokens/revoke';

export const DELETE = route(tokenEndpoints.revoke, (call) => revokeToken(call, call.params.id ?? ''));
