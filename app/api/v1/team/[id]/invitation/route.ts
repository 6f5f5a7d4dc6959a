import { teamEndpoints } from '@/lib/contracts/endpoints/team';
import { route } from '@/lib/http/route';
import { renewInvitation } from '@/lib/services/team/invite';

export const POST = route(teamEndpoints.renewInvitation, (call) => renewInvitation(call, call.params.id ?? ''));
