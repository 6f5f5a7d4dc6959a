import { ticketEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { getTicket } from '@/lib/services/tickets/read';

export const GET = route(ticketEndpoints.get, (call) => getTicket(call, call.params.id ?? ''));
