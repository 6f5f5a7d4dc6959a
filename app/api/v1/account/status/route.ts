import { accountEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { readAccountStatus } from '@/lib/services/account/status';

export const GET = route(accountEndpoints.status, (call) => readAccountStatus(call));
