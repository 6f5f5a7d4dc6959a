/**
 * The hours of a week while they are edited. Times are minutes after the day's midnight; ends are exclusive.
 * Every operation answers the next week, or undefined where there is no room: hours never overlap and never cross
 * midnight, whatever is done to them.
 */
import { minutesOf } from '@/lib/engine/hours/schedule';

export interface Hours {
  readonly id: number;
  /** 0 is Monday. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

export type Week = readonly Hours[];

/** As the API takes it. */
export interface Interval {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export const STEP = 15;
export const END_OF_DAY = 1_440;
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
export const WEEKDAYS = [0, 1, 2, 3, 4] as const;

/** The week with the hours that were made or changed. */
export interface Edited {
  readonly week: Week;
  readonly id: number;
}

export function weekOf(intervals: readonly Interval[]): Week {
  return inOrder(intervals.map(({ day, from, to }, id) => ({ id, day, from: minutesOf(from), to: minutesOf(to) })));
}

export function intervalsOf(week: Week): Interval[] {
  return inOrder(week).map(({ day, from, to }) => ({ day, from: timeOf(from), to: timeOf(to) }));
}

/** `09:30`; 1,440 is `24:00`. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes of what somebody typed: `9`, `9:30`, `9h30`, `930`, `24:00`; undefined when it is no time. */
export function timeTyped(text: string): number | undefined {
  const found = /^(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?)?$|^(\d{1,2})(\d{2})$/.exec(text.trim());
  if (!found) return undefined;
  const minutes = Number(found[1] ?? found[3]) * 60 + Number(found[2] ?? found[4] ?? 0);
  return Number(found[2] ?? found[4] ?? 0) < 60 && minutes <= END_OF_DAY ? minutes : undefined;
}

export function hoursOn(week: Week, day: number): Hours[] {
  return inOrder(week.filter((each) => each.day === day));
}

/** Minutes of the days given. */
export function minutesOn(week: Week, days: readonly number[] = DAYS): number {
  return week.filter(({ day }) => days.includes(day)).reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * Puts hours on a day: new ones, or those with the id in their place. An end at or before the start lies on the next day,
 * and what passes midnight is split there.
 */
export function place(week: Week, id: number | undefined, day: number, from: number, to: number): Edited | undefined {
  const others = week.filter((each) => each.id !== id);
  const end = to <= from ? to + END_OF_DAY : to;
  const own = id ?? nextId(week);
  const pieces: Hours[] = [{ id: own, day, from, to: Math.min(end, END_OF_DAY) }];
  const rest = end - END_OF_DAY;
  if (rest > 0)
    pieces.push({ id: nextId([...week, { id: own, day, from, to }]), day: (day + 1) % 7, from: 0, to: rest });
  if (pieces.some((piece) => piece.to <= piece.from || others.some((other) => overlap(piece, other)))) return undefined;
  return { week: inOrder([...others, ...pieces]), id: own };
}

/** New hours on a day: usual ones where it has none, else after or between the ones it has. */
export function add(week: Week, day: number): Edited | undefined {
  const taken = hoursOn(week, day);
  if (taken.length === 0) return place(week, undefined, day, 540, 1_020);
  const last = taken.at(-1)?.to ?? 0;
  const gaps = [...taken, { from: END_OF_DAY, to: END_OF_DAY }].map(({ from }, index) => ({
    from: taken[index - 1]?.to ?? 0,
    to: from,
  }));
  const after = { from: Math.min(last + 60, END_OF_DAY), to: Math.min(last + 180, END_OF_DAY) };
  if (after.to - after.from >= STEP) return place(week, undefined, day, after.from, after.to);
  const widest = gaps.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!widest || widest.to - widest.from < STEP) return undefined;
  return place(week, undefined, day, widest.from, Math.min(widest.to, widest.from + 120));
}

export function remove(week: Week, id: number): Week {
  return week.filter((each) => each.id !== id);
}

/** Earlier or later by minutes, as far as midnight and the neighbours allow. */
export function shift(week: Week, id: number, by: number): Edited | undefined {
  const hours = week.find((each) => each.id === id);
  if (!hours) return undefined;
  const { low, high } = roomAround(week, hours);
  const moved = clamp(by, low - hours.from, high - hours.to);
  return moved === 0 ? undefined : put(week, { ...hours, from: hours.from + moved, to: hours.to + moved });
}

/** Moves one end; the end of the day leads on into the next one. */
export function stretch(week: Week, id: number, edge: 'from' | 'to', by: number): Edited | undefined {
  const hours = week.find((each) => each.id === id);
  if (!hours) return undefined;
  if (edge === 'to' && hours.to === END_OF_DAY && by > 0) return overMidnight(week, hours, by);
  const { low, high } = roomAround(week, hours);
  const [from, to] =
    edge === 'from'
      ? [clamp(hours.from + by, low, hours.to - STEP), hours.to]
      : [hours.from, clamp(hours.to + by, hours.from + STEP, high)];
  return from === hours.from && to === hours.to ? undefined : put(week, { ...hours, from, to });
}

/** The same times on another day. */
export function moveToDay(week: Week, id: number, day: number): Edited | undefined {
  const hours = week.find((each) => each.id === id);
  return hours && day >= 0 && day <= 6 ? put(week, { ...hours, day }) : undefined;
}

/** Hours dragged to a day and a start: as near to it as they fit without touching others. */
export function dragTo(week: Week, id: number, day: number, from: number): Edited | undefined {
  const hours = week.find((each) => each.id === id);
  if (!hours) return undefined;
  const length = hours.to - hours.from;
  const wanted = clamp(snap(from), 0, END_OF_DAY - length);
  const starts = Array.from({ length: (END_OF_DAY - length) / STEP + 1 }, (_, index) => index * STEP);
  const nearest = starts
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .find((start) => !clashes(week, { id, day, from: start, to: start + length }));
  return nearest === undefined ? undefined : put(week, { id, day, from: nearest, to: nearest + length });
}

/** One end dragged to a time. */
export function stretchTo(week: Week, id: number, edge: 'from' | 'to', time: number): Edited | undefined {
  const hours = week.find((each) => each.id === id);
  return hours && stretch(week, id, edge, snap(time) - hours[edge]);
}

/** New hours between two times of one day, in either order, cut where others begin. At least one step. */
export function draw(week: Week, day: number, start: number, end: number): Edited | undefined {
  const anchor = clamp(Math.floor(start / STEP) * STEP, 0, END_OF_DAY - STEP);
  const free = roomAround(week, { id: -1, day, from: anchor, to: anchor + STEP });
  if (clashes(week, { id: -1, day, from: anchor, to: anchor + STEP })) return undefined;
  const other = clamp(snap(end), free.low, free.high);
  const [from, to] = other > anchor ? [anchor, Math.max(other, anchor + STEP)] : [other, anchor + STEP];
  return place(week, undefined, day, from, to);
}

/** What one day has goes to others, instead of what they had. */
export function copyDay(week: Week, day: number, to: readonly number[]): Week {
  const targets = to.filter((target) => target !== day);
  const source = hoursOn(week, day);
  const kept = week.filter((each) => !targets.includes(each.day));
  const first = nextId(week);
  const copies = targets.flatMap((target, row) =>
    source.map(({ from, to: until }, column) => ({
      ...{ id: first + row * source.length + column, day: target, from, to: until },
    })),
  );
  return inOrder([...kept, ...copies]);
}

export function clearDay(week: Week, day: number): Week {
  return week.filter((each) => each.day !== day);
}

/** The nearest quarter of an hour. */
export function snap(minutes: number): number {
  return Math.round(minutes / STEP) * STEP;
}

/** The hours that lie over these, if any. */
export function clashes(week: Week, hours: Hours): Hours | undefined {
  return week.find((other) => other.id !== hours.id && overlap(other, hours));
}

function overMidnight(week: Week, hours: Hours, by: number): Edited | undefined {
  const next = (hours.day + 1) % 7;
  const begun = week.find(({ day, from }) => day === next && from === 0);
  if (begun) {
    const longer = stretch(week, begun.id, 'to', by);
    return longer && { week: longer.week, id: hours.id };
  }
  const made = place(week, undefined, next, 0, by);
  return made && { week: made.week, id: hours.id };
}

function put(week: Week, hours: Hours): Edited | undefined {
  if (clashes(week, hours)) return undefined;
  return { week: inOrder(week.map((each) => (each.id === hours.id ? hours : each))), id: hours.id };
}

/** From the end of the hours before to the start of the hours after, on the same day. */
function roomAround(week: Week, { id, day, from, to }: Hours): { low: number; high: number } {
  const others = week.filter((each) => each.day === day && each.id !== id);
  return {
    low: Math.max(0, ...others.filter((each) => each.to <= from).map((each) => each.to)),
    high: Math.min(END_OF_DAY, ...others.filter((each) => each.from >= to).map((each) => each.from)),
  };
}

function overlap(a: Omit<Hours, 'id'>, b: Omit<Hours, 'id'>): boolean {
  return a.day === b.day && a.from < b.to && b.from < a.to;
}

function inOrder(week: Week): Hours[] {
  return [...week].sort((a, b) => a.day - b.day || a.from - b.from);
}

function nextId(week: Week): number {
  return Math.max(-1, ...week.map(({ id }) => id)) + 1;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
