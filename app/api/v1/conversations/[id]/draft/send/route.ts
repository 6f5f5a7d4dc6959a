import { draftEndpoints } from '@/lib/contracts/endpoints/drafts';
import { route } from '@/lib/http/route';
import { sendDraft } from '@/lib/runtime/conversations/decide-draft';

export const POST = route(draftEndpoints.send, (call) => sendDraft(call, call.params.id ?? '', call.body));
