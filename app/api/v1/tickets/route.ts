import { ticketEndpoints } from '@/lib/contracts/endpoints/tickets';
import { route } from '@/lib/http/route';
import { changeTickets } from '@/lib/runtime/conversations/change-tickets';
import { listTickets } from '@/lib/services/tickets/list';

export const GET = route(ticketEndpoints.list, (call) => listTickets(call, call.query));
export const PATCH = route(ticketEndpoints.change, (call) => changeTickets(call, call.body));
