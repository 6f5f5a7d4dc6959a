import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { listColleagues } from '@/lib/services/workspace/colleagues';

export const GET = route(workspaceEndpoints.colleagues, listColleagues);
