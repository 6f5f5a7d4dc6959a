import { integrationEndpoints } from '@/lib/contracts/endpoints/integrations';
import { route } from '@/lib/http/route';
import { testIntegration } from '@/lib/runtime/connectors/test-connection';

export const POST = route(integrationEndpoints.test, (call) => testIntegration(call, call.params.id ?? '', call.body));
