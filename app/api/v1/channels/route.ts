import { channelEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { createChannel } from '@/lib/services/channels/create';
import { listChannels } from '@/lib/services/channels/read';

export const GET = route(channelEndpoints.list, (call) => listChannels(call, call.query));
export const POST = route(channelEndpoints.create, (call) => createChannel(call, call.body));
