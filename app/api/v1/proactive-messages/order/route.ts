import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { orderMessages } from '@/lib/services/proactive/verbs';

export const PUT = route(proactiveEndpoints.order, (call) => orderMessages(call, call.body));
