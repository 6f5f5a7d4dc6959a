import { draftEndpoints } from '@/lib/contracts/endpoints/drafts';
import { route } from '@/lib/http/route';
import { readOpenDraft } from '@/lib/services/drafts/read';

export const GET = route(draftEndpoints.read, (call) => readOpenDraft(call, call.params.id ?? ''));
