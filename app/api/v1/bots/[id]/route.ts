import { botEndpoints } from '@/lib/contracts/endpoints/bots';
import { route } from '@/lib/http/route';
import { deleteBot } from '@/lib/services/bots/delete';
import { getBot } from '@/lib/services/bots/read';
import { updateBot } from '@/lib/services/bots/update';

export const GET = route(botEndpoints.get, (call) => getBot(call, call.params.id ?? ''));
export const PUT = route(botEndpoints.update, (call) => updateBot(call, call.params.id ?? '', call.body, call.ifMatch));
export const DELETE = route(botEndpoints.delete, (call) => deleteBot(call, call.params.id ?? '', call.query));
