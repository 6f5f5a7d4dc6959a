import { environment } from '@/lib/environment';
import { describeApi } from '@/lib/http/openapi';

export const dynamic = 'force-dynamic';

/** Public: it describes, and holds no data. */
export function GET(): Response {
  return Response.json(describeApi(environment().url), { headers: { 'cache-control': 'public, max-age=300' } });
}
