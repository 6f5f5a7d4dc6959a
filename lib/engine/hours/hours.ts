import { dayNumberOf, type HoursState, minutesOf, type Schedule, weekdayOf } from './schedule';
import { stretchAt } from './zone';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A schedule may be closed for a long holiday; past this nothing is promised. */
const HORIZON_DAYS = 750;

export interface Hours {
  stateAt(instant: Date): HoursState;
  /** The next moment at which the state changes, or null when it does not within two years. */
  nextChange(after: Date): { at: Date; state: HoursState } | null;
}

/** Prepares a schedule for questions; each then costs arithmetic. Throws RangeError for an unknown zone. */
export function prepareHours(schedule: Schedule): Hours {
  const week = weekOf(schedule);
  const holidays = schedule.holidays.map(({ from, to }) => ({ from: dayNumberOf(from), to: dayNumberOf(to) }));
  const isHoliday = (day: number) => holidays.some(({ from, to }) => day >= from && day <= to);
  const opens = (instant: number) => {
    const local = instant + stretchAt(schedule.timeZone, instant).offset;
    const day = Math.floor(local / DAY);
    const time = local - day * DAY;
    return !isHoliday(day) && (week[weekdayOf(day)] ?? []).some(({ from, to }) => time >= from && time < to);
  };
  return {
    stateAt: (instant) => (opens(instant.getTime()) ? 'inside' : 'outside'),
    nextChange: (after) => nextChange(schedule.timeZone, week, opens, after.getTime()),
  };
}

interface Span {
  /** Milliseconds after the wall clock's midnight. */
  readonly from: number;
  readonly to: number;
}

function weekOf(schedule: Schedule): Span[][] {
  return Array.from({ length: 7 }, (_, day) =>
    schedule.intervals
      .filter((interval) => interval.day === day)
      .map(({ from, to }) => ({ from: minutesOf(from) * MINUTE, to: minutesOf(to) * MINUTE })),
  );
}

/**
 * The state is constant between candidates: the wall clock's midnights and interval ends (each possibly read twice), and
 * the zone's own changes. The first candidate with another state is the answer.
 */
function nextChange(timeZone: string, week: readonly Span[][], opens: (instant: number) => boolean, after: number) {
  const now = opens(after);
  let stretch = stretchAt(timeZone, after);
  let day = Math.floor((after + stretch.offset) / DAY);
  const lastDay = day + HORIZON_DAYS;
  while (day <= lastDay) {
    const end = Math.min(stretch.to, (day + 1) * DAY - stretch.offset);
    const spans = week[weekdayOf(day)] ?? [];
    const candidates = [0, ...spans.flatMap(({ from, to }) => [from, to])].map(
      (time) => day * DAY + time - stretch.offset,
    );
    const at = [...candidates, end]
      .sort((a, b) => a - b)
      .find((c) => c > after && c >= stretch.from && c <= end && opens(c) !== now);
    if (at !== undefined) return { at: new Date(at), state: now ? ('outside' as const) : ('inside' as const) };
    if (end === stretch.to) stretch = stretchAt(timeZone, stretch.to);
    day = Math.floor((end + stretch.offset) / DAY);
  }
  return null;
}
