import type { ScheduleInput } from '@/lib/contracts/schedule';

/** The same with hours by day and time, holidays by their first day. */
export function inOrder<S extends Partial<Pick<ScheduleInput, 'intervals' | 'holidays'>>>(schedule: S): S {
  const { intervals, holidays } = schedule;
  return {
    ...schedule,
    ...(intervals && { intervals: [...intervals].sort((a, b) => a.day - b.day || compare(a.from, b.from)) }),
    ...(holidays && {
      holidays: [...holidays].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.name, b.name)),
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
