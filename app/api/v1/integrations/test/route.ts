import { integrationEndpoints } from '@/lib/contracts/endpoints/integrations';
import { route } from '@/lib/http/route';
import { testNewConnection } from '@/lib/runtime/connectors/test-connection';

export const POST = route(integrationEndpoints.testNew, (call) => testNewConnection(call, call.body));
