import { channelResponseEndpoints } from '@/lib/contracts/endpoints/channels';
import { route } from '@/lib/http/route';
import { getResponses } from '@/lib/services/responses/read';
import { updateResponses } from '@/lib/services/responses/update';

export const GET = route(channelResponseEndpoints.get, (call) => getResponses(call, call.params.id ?? ''));
export const PUT = route(channelResponseEndpoints.update, (call) =>
  updateResponses(call, call.params.id ?? '', call.body, call.ifMatch),
);
