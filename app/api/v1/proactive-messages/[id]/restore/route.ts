import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { restoreMessage } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.restore, (call) => restoreMessage(call, call.params.id ?? ''));
