import { getDatabase } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { people } from '@/lib/demo-shop/people';
import { takeAllowance } from '@/lib/http/allowance';
import { clientAddress } from '@/lib/http/client-address';
import { problemResponse } from '@/lib/http/problem';
import { findDemoShop } from '@/lib/services/demo-shop/find-shop';
import { signForDemoCustomer } from '@/lib/services/demo-shop/sign-for';

/** What the shop's own server would do after somebody signed in to the shop: `{ jwt }` for one of its known customers. */
export async function GET(request: Request): Promise<Response> {
  try {
    takeAllowance('public', clientAddress(request.headers));
    const id = new URL(request.url).searchParams.get('person') ?? '';
    const person = people.find((one) => one.id === id);
    const db = await getDatabase();
    const shop = await findDemoShop(db);
    const jwt = person && shop && (await signForDemoCustomer(db, shop, person));
    if (!jwt) throw notFound('customer', id);
    return Response.json({ jwt }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error, 'en', 'GET /demo/identity');
  }
}
