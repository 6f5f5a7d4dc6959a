import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { listViews } from '@/lib/services/proactive/views';

export const GET = route(proactiveEndpoints.views, (call) => listViews(call, call.query));
