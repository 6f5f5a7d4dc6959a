import type { Context } from '@/lib/services/context';
import { readActivity } from '@/lib/services/firings/activity';
import { startOfDay } from '@/lib/services/firings/bucket-starts';
import { listFirings } from '@/lib/services/firings/read';
import { brokenRules } from '@/lib/services/home/broken-rules';
import { failingIntegrations } from '@/lib/services/home/failing-integrations';
import { readFirstSteps } from '@/lib/services/home/first-steps';
import { mostFired } from '@/lib/services/home/most-fired';
import { readOverview } from '@/lib/services/home/overview';
import { nextWaits } from '@/lib/services/home/waiting';

const DAYS = 14;

/** Everything that home shows, for the reader's time zone. */
export async function readHome(context: Context, now: string, timeZone: string) {
  const from = startOfDay(now, timeZone, DAYS - 1);
  const [overview, buckets, failures, waits, often, broken, failing, steps] = await Promise.all([
    readOverview(context),
    readActivity(context, { from, to: now, unit: 'day', timeZone }),
    listFirings(context, { outcome: 'failed', from, limit: 5 }),
    nextWaits(context),
    mostFired(context, startOfDay(now, timeZone, 6)),
    brokenRules(context),
    failingIntegrations(context),
    readFirstSteps(context),
  ]);
  const fired = buckets.map(({ families }) => Object.values(families).reduce((sum, each) => sum + each, 0));
  return { overview, buckets, fired, failures: failures.items, waits, often, broken, failing, steps };
}
