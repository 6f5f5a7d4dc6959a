import { waitEndpoints } from '@/lib/contracts/endpoints/waits';
import { route } from '@/lib/http/route';
import { readWaits } from '@/lib/services/waits/read';

export const GET = route(waitEndpoints.ofGroup, (call) => readWaits(call, call.params.id ?? ''));
