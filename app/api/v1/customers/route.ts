import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { listCustomers } from '@/lib/services/customers/read';

export const GET = route(customerEndpoints.list, (call) => listCustomers(call, call.query));
