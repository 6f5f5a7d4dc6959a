import { channelEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { deleteChannel } from '@/lib/services/channels/delete';
import { getChannel } from '@/lib/services/channels/read';
import { updateChannel } from '@/lib/services/channels/update';

export const GET = route(channelEndpoints.get, (call) => getChannel(call, call.params.id ?? ''));
export const PUT = route(channelEndpoints.update, (call) =>
  updateChannel(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(channelEndpoints.delete, (call) => deleteChannel(call, call.params.id ?? '', call.query));
