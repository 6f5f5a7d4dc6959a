import { botEndpoints } from '@/lib/contracts/endpoints/bots';
import { route } from '@/lib/http/route';
import { testBot } from '@/lib/services/bots/try';

export const POST = route(botEndpoints.test, (call) => testBot(call, call.params.id ?? '', call.body));
