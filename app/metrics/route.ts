import { getDatabase } from '@/db/client';
import { metricsText } from '@/lib/http/metrics';

export const dynamic = 'force-dynamic';

/** For Prometheus: the process, requests, and what is waiting or overdue. Holds nothing of accounts. */
export async function GET(): Promise<Response> {
  const { text, contentType } = await metricsText(getDatabase);
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
