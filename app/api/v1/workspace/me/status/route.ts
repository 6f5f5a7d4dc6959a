import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { setOwnStatus } from '@/lib/runtime/workspace/own-status';

export const PUT = route(workspaceEndpoints.status, (call) => setOwnStatus(call, call.body));
