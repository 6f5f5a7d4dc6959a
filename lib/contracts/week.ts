import * as z from 'zod';
import { minutesOf } from '@/lib/engine/hours/schedule';

const time = z.string().max(5).describe('`HH:MM` in steps of 15 minutes; `24:00` is the end of the day');

/** Hours of one day. `day` 0 is Monday; `to` is exclusive. Every issue names the day and the hours. */
export const interval = z
  .strictObject({ day: z.int().min(0).max(6), from: time, to: time })
  .superRefine((given, context) => {
    const refuse = (at: 'from' | 'to', code: string) =>
      context.addIssue({ code: 'custom', path: [at], params: { code, ...given } });
    const wrong = (['from', 'to'] as const).filter((at) => !isTime(given[at]));
    for (const at of wrong) refuse(at, 'bad_time');
    if (wrong.length > 0) return;
    for (const at of ['from', 'to'] as const) if (minutesOf(given[at]) % STEP !== 0) refuse(at, 'off_step');
    if (minutesOf(given.to) <= minutesOf(given.from)) refuse('to', 'crosses_midnight');
  });

export type IntervalInput = z.output<typeof interval>;

/** None over another; hours that touch are fine. */
export const intervals = z
  .array(interval)
  .max(672)
  .superRefine((list, context) => {
    for (const [index, each] of list.entries()) {
      const other = list.slice(0, index).find((before) => overlap(before, each));
      if (!other) continue;
      const params = { code: 'overlapping_hours', ...each, otherFrom: other.from, otherTo: other.to };
      context.addIssue({ code: 'custom', path: [index], params });
    }
  });

/** Minutes. */
export const STEP = 15;

/** `00:00` to `24:00`. */
function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

function overlap(a: IntervalInput, b: IntervalInput): boolean {
  if (a.day !== b.day) return false;
  return minutesOf(a.from) < minutesOf(b.to) && minutesOf(b.from) < minutesOf(a.to);
}
