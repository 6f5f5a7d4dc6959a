import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { pauseMessage } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.pause, (call) => pauseMessage(call, call.params.id ?? ''));
