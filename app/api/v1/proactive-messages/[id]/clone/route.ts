import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { cloneMessage } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.clone, (call) => cloneMessage(call, call.params.id ?? '', call.locale));
