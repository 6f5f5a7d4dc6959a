import { openingEndpoints } from '@/lib/contracts/endpoints/team';
import { publicRoute } from '@/lib/http/route';
import { setUp } from '@/lib/services/set-up/set-up';

export const POST = publicRoute(openingEndpoints.setUp, async ({ db, body }) => {
  await setUp(db, body);
  return { email: body.email };
});
