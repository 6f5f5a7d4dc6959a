import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { getCustomer } from '@/lib/services/customers/read';
import { updateCustomer } from '@/lib/services/customers/update';

export const GET = route(customerEndpoints.get, (call) => getCustomer(call, call.params.id ?? ''));
export const PUT = route(customerEndpoints.update, (call) => updateCustomer(call, call.params.id ?? '', call.body));
