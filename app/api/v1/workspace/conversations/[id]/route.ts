import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { openConversation } from '@/lib/runtime/workspace/conversation';

export const GET = route(workspaceEndpoints.get, (call) => openConversation(call, call.params.id ?? ''));
