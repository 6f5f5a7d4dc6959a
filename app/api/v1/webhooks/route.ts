import { webhookEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { createWebhook } from '@/lib/services/webhooks/create';
import { listWebhooks } from '@/lib/services/webhooks/read';

export const GET = route(webhookEndpoints.list, (call) => listWebhooks(call, call.query));
export const POST = route(webhookEndpoints.create, (call) => createWebhook(call, call.body));
