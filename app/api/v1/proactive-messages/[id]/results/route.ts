import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { messageResults } from '@/lib/services/proactive/results';

export const GET = route(proactiveEndpoints.results, (call) => messageResults(call, call.params.id ?? '', call.query));
