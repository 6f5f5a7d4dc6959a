import { channelSightingEndpoints } from '@/lib/contracts/endpoints/channels';
import { route } from '@/lib/http/route';
import { listSightings } from '@/lib/services/channels/sightings';

export const GET = route(channelSightingEndpoints.list, (call) => listSightings(call, call.params.id ?? ''));
