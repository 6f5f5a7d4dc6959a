import { webhookEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { renewWebhookSecret } from '@/lib/services/webhooks/update';

export const POST = route(webhookEndpoints.renewSecret, (call) => renewWebhookSecret(call, call.params.id ?? ''));
