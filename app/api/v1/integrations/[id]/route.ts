import { integrationEndpoints } from '@/lib/contracts/endpoints/integrations';
import { route } from '@/lib/http/route';
import { deleteIntegration } from '@/lib/services/integrations/delete';
import { getIntegration } from '@/lib/services/integrations/read';
import { updateIntegration } from '@/lib/services/integrations/update';

export const GET = route(integrationEndpoints.get, (call) => getIntegration(call, call.params.id ?? ''));
export const PUT = route(integrationEndpoints.update, (call) =>
  updateIntegration(call, call.params.id ?? '', call.body, call.ifMatch),
);
export const DELETE = route(integrationEndpoints.delete, (call) =>
  deleteIntegration(call, call.params.id ?? '', call.query),
);
