import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { publishMessage } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.publish, (call) => publishMessage(call, call.params.id ?? ''));
