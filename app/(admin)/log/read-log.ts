import { Temporal } from 'temporal-polyfill';
import type { LogFilters } from '@/components/log/log-filters';
import { AppError } from '@/lib/contracts/app-error';
import { firingQuery } from '@/lib/contracts/firing';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '@/lib/services/context';
import { readActivity } from '@/lib/services/firings/activity';
import { bucketStarts, startOfDay } from '@/lib/services/firings/bucket-starts';
import { listFirings } from '@/lib/services/firings/read';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Stretch {
  from: string;
  /** Null when it ends now. */
  to: string | null;
  unit: 'hour' | 'day';
}

/** The time that the filters name, in the reader's time zone. */
export function stretchOf({ range, from, to }: LogFilters, now: string, timeZone: string): Stretch {
  if (range === 'custom') {
    const [first, last] = [instantOf(from, timeZone), instantOf(to, timeZone)];
    const start = first ?? new Date(Date.parse(last ?? now) - DAY).toISOString();
    const length = Date.parse(last ?? now) - Date.parse(start);
    return { from: start, to: last, unit: length > 2 * DAY ? 'day' : 'hour' };
  }
  if (range === '24h') {
    const [first = Date.parse(now)] = bucketStarts({ ...lastHours(now, 23), unit: 'hour', timeZone });
    return { from: new Date(first).toISOString(), to: null, unit: 'hour' };
  }
  const daysBefore = { today: 0, '7d': 6, '30d': 29 }[range];
  return { from: startOfDay(now, timeZone, daysBefore), to: null, unit: range === 'today' ? 'hour' : 'day' };
}

/** Firings and their number per hour, by the same filters. What cannot exist finds nothing. */
export async function readLog(context: Context, filters: LogFilters, stretch: Stretch, now: string, timeZone: string) {
  const { search, family, rule, event, outcome, conversation, customer, cursor } = filters;
  const given = Object.fromEntries(
    Object.entries({ search, family, rule, event, outcome, conversation, customer }).filter(
      ([, value]) => value !== '',
    ),
  );
  const query = firingQuery.safeParse({ ...given, from: stretch.from, ...(stretch.to && { to: stretch.to }) });
  if (!query.success || (rule !== '' && !isUuid(rule))) return NOTHING;
  const span = { from: stretch.from, to: stretch.to ?? now };
  try {
    const [page, buckets] = await Promise.all([
      listFirings(context, { ...query.data, ...(cursor && { cursor }) }),
      readActivity(context, { ...query.data, ...span, unit: stretch.unit, timeZone }),
    ]);
    return { ...page, buckets };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return NOTHING;
    throw error;
  }
}

const NOTHING = { items: [], next: null, buckets: [] };

/** Together with the hour that is not over: 24 bars, none of which stands twice on the clock. */
function lastHours(now: string, count: number): { from: string; to: string } {
  return { from: new Date(Date.parse(now) - count * HOUR).toISOString(), to: now };
}

function instantOf(local: string, timeZone: string): string | null {
  try {
    return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
  } catch {
    return null;
  }
}
