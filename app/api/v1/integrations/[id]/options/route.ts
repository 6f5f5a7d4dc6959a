import { integrationEndpoints } from '@/lib/contracts/endpoints/integrations';
import { route } from '@/lib/http/route';
import { readOptions } from '@/lib/runtime/connectors/offered';

export const GET = route(integrationEndpoints.options, (call) => readOptions(call, call.params.id ?? ''));
export const POST = route(integrationEndpoints.refreshOptions, (call) =>
  readOptions(call, call.params.id ?? '', { anew: true }),
);
