import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { exportMessages } from '@/lib/services/proactive/verbs';

export const GET = route(
  proactiveEndpoints.export,
  async (call) => (await exportMessages(call)) as Record<string, unknown>[],
);
