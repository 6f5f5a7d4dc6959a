import { webhookEndpoints } from '@/lib/contracts/endpoints/developers';
import { route } from '@/lib/http/route';
import { deleteWebhook } from '@/lib/services/webhooks/delete';
import { getWebhook } from '@/lib/services/webhooks/read';
import { updateWebhook } from '@/lib/services/webhooks/update';

export const GET = route(webhookEndpoints.get, (call) => getWebhook(call, call.params.id ?? ''));
export const PUT = route(webhookEndpoints.update, (call) => updateWebhook(call, call.params.id ?? '', call.body));
export const DELETE = route(webhookEndpoints.delete, (call) => deleteWebhook(call, call.params.id ?? ''));
