import { ticketEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { listTickets } from '@/lib/services/tickets/read';

export const GET = route(ticketEndpoints.list, (call) => listTickets(call, call.query));
