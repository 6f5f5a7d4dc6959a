import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { explainConversation } from '@/lib/services/events/explain';

export const GET = route(logEndpoints.explainConversation, (call) =>
  explainConversation(call, call.params.id ?? '', call.query),
);
