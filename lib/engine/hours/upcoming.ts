import { type Hours, prepareHours } from './hours';
import { dayNumberOf, type HoursState, minutesOf, type Schedule } from './schedule';
import { stretchAt } from './zone';

const DAY = 86_400_000;

export interface Upcoming {
  readonly state: HoursState;
  /** The next closing and the next opening after `now`; null when there is none within two years. */
  readonly closes: Date | null;
  readonly opens: Date | null;
}

/** What a customer wants to know: is it open, until when, and when does it open next? */
export function upcoming(hours: Hours, now: Date): Upcoming {
  const state = hours.stateAt(now);
  const first = hours.nextChange(now)?.at ?? null;
  const second = first && (hours.nextChange(first)?.at ?? null);
  return state === 'inside' ? { state, closes: first, opens: second } : { state, opens: first, closes: second };
}

/** What the wall clock of a zone shows: days since 1 January 1970 and minutes since midnight. */
export function wallClock(timeZone: string, instant: Date): { day: number; minutes: number } {
  const local = instant.getTime() + stretchAt(timeZone, instant.getTime()).offset;
  const day = Math.floor(local / DAY);
  return { day, minutes: (local - day * DAY) / 60_000 };
}

/** `YYYY-MM-DD` of days since 1 January 1970. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export interface ClockChange {
  readonly at: Date;
  /** Minutes after midnight that the wall clock shows at that moment, before and after. */
  readonly from: number;
  readonly to: number;
  /** Hours are open right before or right after it, so the day has more or less of them. */
  readonly open: boolean;
}

/** The next time that the zone sets its clocks; null when none is known. */
export function nextClockChange(schedule: Schedule, now: Date): ClockChange | null {
  const { to, offset } = stretchAt(schedule.timeZone, now.getTime());
  if (!Number.isFinite(to)) return null;
  const after = stretchAt(schedule.timeZone, to).offset;
  const minutes = (local: number) => (((local % DAY) + DAY) % DAY) / 60_000;
  const hours = prepareHours(schedule);
  const open = [to - 1, to].some((instant) => hours.stateAt(new Date(instant)) === 'inside');
  return { at: new Date(to), from: minutes(to + offset), to: minutes(to + after), open };
}

/** Minutes open in the week of `monday` (days since 1 January 1970), holidays left out. */
export function minutesInWeek({ intervals, holidays }: Omit<Schedule, 'timeZone'>, monday: number): number {
  const free = (day: number) => holidays.some(({ from, to }) => day >= dayNumberOf(from) && day <= dayNumberOf(to));
  return intervals
    .filter(({ day }) => !free(monday + day))
    .reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
}
