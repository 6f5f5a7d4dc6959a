import { workspaceEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { listThreadMails } from '@/lib/services/workspace/mails';

export const GET = route(workspaceEndpoints.mails, (call) => listThreadMails(call, call.params.id ?? ''));
