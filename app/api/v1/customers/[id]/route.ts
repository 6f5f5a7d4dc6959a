import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { eraseCustomer } from '@/lib/runtime/conversations/erase-customer';
import { getCustomer } from '@/lib/services/customers/read';
import { updateCustomer } from '@/lib/services/customers/update';

export const GET = route(customerEndpoints.get, (call) => getCustomer(call, call.params.id ?? ''));
export const PUT = route(customerEndpoints.update, (call) => updateCustomer(call, call.params.id ?? '', call.body));
export const DELETE = route(customerEndpoints.erase, (call) => eraseCustomer(call, call.params.id ?? ''));
