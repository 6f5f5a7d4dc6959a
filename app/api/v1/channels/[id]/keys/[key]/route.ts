import { channelKeyEndpoints } from '@/lib/contracts/endpoints/channels';
import { route } from '@/lib/http/route';
import { deleteChannelKey } from '@/lib/services/channel-keys/delete';
import { updateChannelKey } from '@/lib/services/channel-keys/update';

export const PUT = route(channelKeyEndpoints.update, (call) =>
  updateChannelKey(call, call.params.id ?? '', call.params.key ?? '', call.body),
);
export const DELETE = route(channelKeyEndpoints.delete, (call) =>
  deleteChannelKey(call, call.params.id ?? '', call.params.key ?? ''),
);
