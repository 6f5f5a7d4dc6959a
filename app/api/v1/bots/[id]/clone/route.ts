import { botEndpoints } from '@/lib/contracts/endpoints/bots';
import { route } from '@/lib/http/route';
import { cloneBot } from '@/lib/services/bots/create';

export const POST = route(botEndpoints.clone, (call) => cloneBot(call, call.params.id ?? '', call.locale));
