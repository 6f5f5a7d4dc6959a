import { Temporal } from 'temporal-polyfill';

export type BucketUnit = 'hour' | 'day';

/** Far more than any chart shows. */
const MOST = 1_000;

/** Where the hours or days of a stretch begin in a time zone, in milliseconds: as `date_trunc` with a zone cuts them. */
export function bucketStarts(stretch: { from: string; to: string; unit: BucketUnit; timeZone: string }): number[] {
  const end = Date.parse(stretch.to);
  const starts: number[] = [];
  let next = Temporal.Instant.fromEpochMilliseconds(Date.parse(stretch.from))
    .toZonedDateTimeISO(stretch.timeZone)
    .round({ smallestUnit: stretch.unit, roundingMode: 'floor' });
  while (next.epochMilliseconds < end && starts.length < MOST) {
    starts.push(next.epochMilliseconds);
    next = next.add(stretch.unit === 'day' ? { days: 1 } : { hours: 1 });
  }
  return starts;
}

/** Midnight in the zone, so many days before the day of `now`; ISO 8601. */
export function startOfDay(now: string, timeZone: string, daysBefore = 0): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).startOfDay();
  return new Date(today.subtract({ days: daysBefore }).epochMilliseconds).toISOString();
}
