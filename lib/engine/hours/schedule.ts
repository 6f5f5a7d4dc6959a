/**
 * Business hours: weekly intervals and holidays on the wall clock of an IANA time zone.
 * `inside` means that the wall clock reads a time within an interval of that weekday and the date is no holiday.
 * Daylight saving follows from this alone: an hour that is skipped is never read, an hour that is repeated is read twice.
 * Ends are exclusive: at 17:00:00 a 09:00–17:00 day is closed.
 */

/** `day` 0 is Monday. Times are `HH:MM`; `to` may be `24:00`. Intervals of one day do not overlap. */
export interface Interval {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** Whole days of the schedule's zone, both ends included, as `YYYY-MM-DD`. */
export interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface Schedule {
  readonly timeZone: string;
  readonly intervals: readonly Interval[];
  readonly holidays: readonly Holiday[];
}

export type HoursState = 'inside' | 'outside';

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Days since 1 January 1970 of `YYYY-MM-DD`. */
export function dayNumberOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** Monday is 0. 1 January 1970 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}
