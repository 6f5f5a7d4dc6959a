import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { touchPresence } from '@/lib/runtime/conversations/agent-status';

export const POST = route(workspaceEndpoints.presence, touchPresence);
