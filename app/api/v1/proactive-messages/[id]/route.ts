import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { deleteMessage, getMessage, updateMessage } from '@/lib/services/proactive/verbs';

export const GET = route(proactiveEndpoints.get, (call) => getMessage(call, call.params.id ?? ''));
export const PUT = route(proactiveEndpoints.update, (call) =>
  updateMessage(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(proactiveEndpoints.remove, (call) =>
  deleteMessage(call, call.params.id ?? '', call.ifMatch),
);
