import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { listMessageVersions } from '@/lib/services/proactive/verbs';

export const GET = route(proactiveEndpoints.versions, async (call) => ({
  items: await listMessageVersions(call, call.params.id ?? ''),
}));
