import { openingEndpoints } from '@/lib/contracts/endpoints/team';
import { publicRoute } from '@/lib/http/route';
import { acceptInvitation } from '@/lib/services/team/accept-invitation';

export const POST = publicRoute(openingEndpoints.acceptInvitation, ({ db, body }) => acceptInvitation(db, body));
