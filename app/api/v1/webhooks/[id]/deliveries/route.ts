import { webhookEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { listDeliveries } from '@/lib/services/webhooks/deliveries';

export const GET = route(webhookEndpoints.deliveries, (call) => listDeliveries(call, call.params.id ?? '', call.query));
