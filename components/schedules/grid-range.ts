import type { Week } from './week';

/** Pixels of an hour. */
export const HOUR_HEIGHT = 46;

/** Hours of the day that the grid shows. */
export interface GridRange {
  readonly from: number;
  readonly to: number;
}

const USUAL: GridRange = { from: 7, to: 20 };

/** The usual day, and an hour around everything that is open. */
export function rangeOf(week: Week, whole: boolean): GridRange {
  if (whole) return { from: 0, to: 24 };
  const first = Math.min(...week.map(({ from }) => Math.floor(from / 60) - 1), USUAL.from);
  const last = Math.max(...week.map(({ to }) => Math.ceil(to / 60) + 1), USUAL.to);
  return { from: Math.max(0, first), to: Math.min(24, last) };
}

/** Pixels below the top of the grid. */
export function topOf({ from }: GridRange, minutes: number): number {
  return ((minutes - from * 60) / 60) * HOUR_HEIGHT;
}

export function hoursShown({ from, to }: GridRange): number[] {
  return Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index);
}
