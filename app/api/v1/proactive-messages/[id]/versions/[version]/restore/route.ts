import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { restoreMessageVersion } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.restoreVersion, (call) =>
  restoreMessageVersion(call, call.params.id ?? '', Number(call.params.version), call.ifMatch),
);
