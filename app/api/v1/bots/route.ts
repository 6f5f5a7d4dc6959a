import { botEndpoints } from '@/lib/contracts/endpoints/bots';
import { route } from '@/lib/http/route';
import { createBot } from '@/lib/services/bots/create';
import { listBots } from '@/lib/services/bots/read';

export const GET = route(botEndpoints.list, (call) => listBots(call, call.query));
export const POST = route(botEndpoints.create, (call) => createBot(call, call.body));
