import { brandEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { deleteBrand } from '@/lib/services/brands/delete';
import { getBrand } from '@/lib/services/brands/read';
import { updateBrand } from '@/lib/services/brands/update';

export const GET = route(brandEndpoints.get, (call) => getBrand(call, call.params.id ?? ''));
export const PUT = route(brandEndpoints.update, (call) => updateBrand(call, call.params.id ?? '', call.body));
export const DELETE = route(brandEndpoints.delete, (call) => deleteBrand(call, call.params.id ?? '', call.query));
