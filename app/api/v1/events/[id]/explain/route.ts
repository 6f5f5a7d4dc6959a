import { logEndpoints } from '@/lib/contracts/endpoints/log';
import { route } from '@/lib/http/route';
import { explainEvent } from '@/lib/services/events/explain';

export const GET = route(logEndpoints.explainEvent, (call) =>
  explainEvent(call, call.params.id ?? '', call.query.rule),
);
