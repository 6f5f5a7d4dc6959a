import { proactiveEndpoints } from '@/lib/contracts/endpoints/proactive';
import { route } from '@/lib/http/route';
import { previewMessages } from '@/lib/services/proactive/preview';

export const POST = route(proactiveEndpoints.preview, (call) => previewMessages(call, call.body));
