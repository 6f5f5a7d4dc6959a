import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { mergeByHand } from '@/lib/runtime/conversations/merge-customers';
import { previewMerge } from '@/lib/services/customers/merge-preview';

export const GET = route(customerEndpoints.previewMerge, (call) =>
  previewMerge(call, call.params.id ?? '', call.query.into),
);
export const POST = route(customerEndpoints.merge, (call) => mergeByHand(call, call.params.id ?? '', call.body));
