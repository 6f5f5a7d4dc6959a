import { integrationEndpoints } from '@/lib/contracts/endpoints/integrations';
import { route } from '@/lib/http/route';
import { createIntegration } from '@/lib/services/integrations/create';
import { listIntegrations } from '@/lib/services/integrations/read';

export const GET = route(integrationEndpoints.list, (call) => listIntegrations(call, call.query));
export const POST = route(integrationEndpoints.create, (call) => createIntegration(call, call.body));
