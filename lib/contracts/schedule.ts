import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, key, name, oneLine, timeZone, uuid, version } from './value';
import { interval, intervals } from './week';

const day = z.iso.date().refine((text) => text >= '1970-01-01', { params: { code: 'too_early' } });

/** Whole days in the schedule's zone, both ends included, as `YYYY-MM-DD`. */
export const holiday = z.strictObject({ name: oneLine(120), from: day, to: day }).superRefine((given, context) => {
  const params = { code: 'ends_before_start', name: given.name, from: given.from, to: given.to };
  if (given.to < given.from) context.addIssue({ code: 'custom', path: ['to'], params });
});

export const MAX_HOLIDAYS = 500;

export const scheduleInput = z.strictObject({
  name,
  /** Made from the name when absent. Never changed later. */
  key: key.optional(),
  timeZone,
  intervals: intervals.optional(),
  holidays: z.array(holiday).max(MAX_HOLIDAYS).optional(),
});

/** What is absent stays as it is; `intervals` and `holidays` are replaced as a whole. */
export const scheduleChange = scheduleInput.omit({ key: true }).partial().extend({ version: version.optional() });

const hoursState = z.enum(['inside', 'outside']);

/** What uses something, as a deletion names it. */
const use = z.object({ kind: z.string(), id: z.string(), name: z.string() });

export const schedule = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** In order of day and time. */
  intervals: z.array(interval),
  /** In order of their first day. */
  holidays: z.array(holiday),
  /** At the moment of the answer. */
  state: hoursState,
  /** The next moment at which the state changes; null when it does not within two years. */
  nextChange: z.object({ at: instant, state: hoursState }).nullable(),
  /** Rules, channels and agents that name it. */
  uses: z.array(use),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

export const schedulePage = pageOf(schedule);
export const scheduleQuery = pageQuery(['name', 'changed']);

/** An iCalendar file, and the days that are looked at when its entries repeat. */
export const calendarInput = z.strictObject({
  calendar: z.string().min(1).max(900_000),
  /** First and last day; this year and the two after it when absent. */
  from: day.optional(),
  to: day.optional(),
});

export const calendarPreview = z.object({
  holidays: z.array(holiday.extend({ repeats: z.boolean() })),
  /** Entries that are no whole days, or cannot be read. */
  skipped: z.array(
    z.object({
      name: z.string(),
      reason: z.enum(['not_whole_days', 'no_date', 'repeats_too_often', 'cancelled', 'outside_range', 'too_many']),
    }),
  ),
});

export type ScheduleInput = z.input<typeof scheduleInput>;
export type ScheduleChange = z.input<typeof scheduleChange>;
export type Schedule = z.output<typeof schedule>;
export type ScheduleQuery = z.output<typeof scheduleQuery>;
export type HolidayInput = z.output<typeof holiday>;
export type CalendarInput = z.input<typeof calendarInput>;
export type CalendarPreview = z.output<typeof calendarPreview>;
