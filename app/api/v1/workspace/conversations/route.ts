import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { listWorkspace } from '@/lib/services/workspace/list';

export const GET = route(workspaceEndpoints.list, (call) => listWorkspace(call, call.query));
