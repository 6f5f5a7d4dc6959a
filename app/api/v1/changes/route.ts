import { changeEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { listChanges } from '@/lib/services/changes/list';

export const GET = route(changeEndpoints.list, (call) => listChanges(call, call.query));
