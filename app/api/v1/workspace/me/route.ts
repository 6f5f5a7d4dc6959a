import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { getWorkspaceMe } from '@/lib/services/workspace/me';

export const GET = route(workspaceEndpoints.me, getWorkspaceMe);
