import { customerEndpoints } from '@/lib/contracts/endpoints/customers';
import { route } from '@/lib/http/route';
import { previewErasure } from '@/lib/services/customers/erasure-preview';

export const GET = route(customerEndpoints.previewErasure, (call) => previewErasure(call, call.params.id ?? ''));
