import { brandEndpoints } from '@/lib/contracts/endpoints/organisation';
import { route } from '@/lib/http/route';
import { createBrand } from '@/lib/services/brands/create';
import { listBrands } from '@/lib/services/brands/read';

export const GET = route(brandEndpoints.list, (call) => listBrands(call, call.query));
export const POST = route(brandEndpoints.create, (call) => createBrand(call, call.body));
