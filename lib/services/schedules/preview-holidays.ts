import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type CalendarInput, type CalendarPreview, calendarInput } from '@/lib/contracts/schedule';
import type { Context } from '../context';
import { permit } from '../permit';
import { holidaysIn } from './read-calendar';

const LONGEST = 10 * 366 * 86_400_000;

/** What a calendar would bring; stores nothing. @throws AppError `forbidden`, `invalid` (`not_a_calendar`) */
export async function previewHolidays({ actor }: Context, input: CalendarInput): Promise<CalendarPreview> {
  permit(actor, 'schedules.write');
  const year = new Date().getUTCFullYear();
  const { calendar, from = `${year}-01-01`, to = `${year + 2}-12-31` } = parse(calendarInput, input);
  if (to < from) throw invalid('to', 'before_from', { from });
  if (Date.parse(to) - Date.parse(from) > LONGEST) throw invalid('to', 'range_too_long', { years: 10 });
  const preview = holidaysIn(calendar, { from, to });
  if (!preview) throw invalid('calendar', 'not_a_calendar');
  return preview;
}
