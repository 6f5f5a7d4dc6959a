import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { countWorkspace } from '@/lib/services/workspace/counts';

export const GET = route(workspaceEndpoints.counts, countWorkspace);
