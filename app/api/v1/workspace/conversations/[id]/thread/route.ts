import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { getThread } from '@/lib/services/workspace/thread';

export const GET = route(workspaceEndpoints.thread, (call) => getThread(call, call.params.id ?? '', call.query));
