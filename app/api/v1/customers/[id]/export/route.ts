import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { exportCustomer } from '@/lib/services/customers/export';

export const GET = route(customerEndpoints.export, async (call) => {
  const answer = await exportCustomer(call, call.params.id ?? '');
  return new Response(JSON.stringify(answer, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="customer-${answer.customer.id}.json"`,
      'cache-control': 'no-store',
    },
  });
});
