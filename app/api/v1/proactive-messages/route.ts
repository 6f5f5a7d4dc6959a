import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { listMessages } from '@/lib/services/proactive/list';
import { createMessage } from '@/lib/services/proactive/verbs';

export const GET = route(proactiveEndpoints.list, (call) => listMessages(call, call.query));
export const POST = route(proactiveEndpoints.create, (call) => createMessage(call, call.body));
