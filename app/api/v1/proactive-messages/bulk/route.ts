import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { bulkMessages } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.bulk, (call) => bulkMessages(call, call.body));
