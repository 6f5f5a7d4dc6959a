import { Temporal } from 'temporal-polyfill';
import type { Days } from '@/components/tickets/tickets-address';
import { startOfDay } from '@/lib/services/firings/bucket-starts';

/** Days as the reader's time zone has them. */
export function daysOf(now: string, timeZone: string): Days {
  return {
    before: (days) => startOfDay(now, timeZone, days),
    day(day, later) {
      try {
        const date = Temporal.PlainDate.from(day).add({ days: later });
        return new Date(date.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
      } catch {
        return null;
      }
    },
  };
}
