import { cannedReplyEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { getCannedReply } from '@/lib/services/canned-replies/read';
import { deleteCannedReply, updateCannedReply } from '@/lib/services/canned-replies/write';

export const GET = route(cannedReplyEndpoints.get, (call) => getCannedReply(call, call.params.id ?? ''));
export const PUT = route(cannedReplyEndpoints.update, (call) =>
  updateCannedReply(call, call.params.id ?? '', call.body),
);
export const DELETE = route(cannedReplyEndpoints.delete, (call) => deleteCannedReply(call, call.params.id ?? ''));
