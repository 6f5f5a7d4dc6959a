import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { readView } from '@/lib/services/proactive/view';

export const GET = route(proactiveEndpoints.view, (call) => readView(call, call.params.view ?? ''));
