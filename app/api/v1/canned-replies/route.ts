import { cannedReplyEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { listCannedReplies } from '@/lib/services/canned-replies/read';
import { createCannedReply } from '@/lib/services/canned-replies/write';

export const GET = route(cannedReplyEndpoints.list, (call) => listCannedReplies(call, call.query));
export const POST = route(cannedReplyEndpoints.create, (call) => createCannedReply(call, call.body));
