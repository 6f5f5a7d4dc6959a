import { channelKeyEndpoints } from '@/lib/contracts/endpoints/channels';
import { route } from '@/lib/http/route';
import { createChannelKey } from '@/lib/services/channel-keys/create';
import { listChannelKeys } from '@/lib/services/channel-keys/read';

export const GET = route(channelKeyEndpoints.list, (call) => listChannelKeys(call, call.params.id ?? ''));
export const POST = route(channelKeyEndpoints.create, (call) =>
  createChannelKey(call, call.params.id ?? '', call.body),
);
