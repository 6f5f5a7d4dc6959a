import { draftEndpoints } from '@/lib/contracts/endpoints/drafts';
import { route } from '@/lib/http/route';
import { discardDraft } from '@/lib/runtime/conversations/decide-draft';

export const POST = route(draftEndpoints.discard, (call) => discardDraft(call, call.params.id ?? '', call.body.draft));
