import { cannedReplyEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { renderCannedReply } from '@/lib/runtime/workspace/render-reply';

export const POST = route(cannedReplyEndpoints.render, (call) =>
  renderCannedReply(call, call.params.id ?? '', call.body),
);
