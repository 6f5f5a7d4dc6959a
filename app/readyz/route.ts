import { getDatabase } from '@/db/client';
import { checkReadiness } from '@/lib/services/readiness';

export const dynamic = 'force-dynamic';

/** Whether requests should be sent here: 200, or 503 with the part that is not ready. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness(getDatabase);
  const ready = Object.values(checks).every((state) => state === 'ok' || state === 'off');
  return Response.json({ ready, checks }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
