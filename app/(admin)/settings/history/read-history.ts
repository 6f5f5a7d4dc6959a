import { Temporal } from 'temporal-polyfill';
import type { HistoryFilters } from '@/components/settings/history-address';
import { isUuid } from '@/lib/contracts/value';
import { listChanges } from '@/lib/services/changes/list';
import type { Context } from '@/lib/services/context';
import { startOfDay } from '@/lib/services/firings/bucket-starts';

const LIMIT = 50;

/** The changes that the filters name; days are the reader's. */
export function readHistory(context: Context, filters: HistoryFilters, now: string, timeZone: string) {
  const { kind, actor, cursor } = filters;
  return listChanges(context, {
    limit: LIMIT,
    ...(kind && { kind }),
    ...(actor && { actor }),
    ...(isUuid(cursor) && { cursor }),
    ...stretchOf(filters, now, timeZone),
  });
}

const DAYS_BEFORE = { today: 0, '7d': 6, '30d': 29 } as const;

function stretchOf({ range, from, to }: HistoryFilters, now: string, timeZone: string): { from?: string; to?: string } {
  if (range === 'any') return {};
  if (range !== 'custom') return { from: startOfDay(now, timeZone, DAYS_BEFORE[range]) };
  const [first, last] = [midnight(from, timeZone, 0), midnight(to, timeZone, 1)];
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** The beginning of a local day, or of the one `later` days after it; null for what is no day. */
function midnight(day: string, timeZone: string, later: number): string | null {
  try {
    const date = Temporal.PlainDate.from(day).add({ days: later });
    return new Date(date.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
  } catch {
    return null;
  }
}
