import { triggerEndpoints } from '@/lib/contracts/endpoints/triggers';
import { route } from '@/lib/http/route';
import { deleteTrigger, getTrigger, updateTrigger } from '@/lib/services/triggers/verbs';

export const GET = route(triggerEndpoints.get, (call) => getTrigger(call, call.params.id ?? ''));
export const PUT = route(triggerEndpoints.update, (call) =>
  updateTrigger(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(triggerEndpoints.remove, (call) => deleteTrigger(call, call.params.id ?? '', call.ifMatch));
