import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { importMessages } from '@/lib/services/proactive/verbs';

export const POST = route(proactiveEndpoints.import, (call) =>
  importMessages(call, call.body, call.query, call.locale),
);
