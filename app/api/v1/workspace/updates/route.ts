import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { workspaceUpdates } from '@/lib/runtime/workspace/updates';

export const GET = route(workspaceEndpoints.updates, (call) => workspaceUpdates(call, call.query));
