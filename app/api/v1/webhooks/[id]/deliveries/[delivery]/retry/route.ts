import { webhookEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { retryDelivery } from '@/lib/services/webhooks/deliveries';

export const POST = route(webhookEndpoints.retry, (call) =>
  retryDelivery(call, call.params.id ?? '', call.params.delivery ?? ''),
);
