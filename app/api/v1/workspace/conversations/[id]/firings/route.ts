import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { listConversationFirings } from '@/lib/services/workspace/firings';

export const GET = route(workspaceEndpoints.firings, (call) => listConversationFirings(call, call.params.id ?? ''));
