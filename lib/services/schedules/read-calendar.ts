import ical, { type EventInstance, type VEvent } from 'node-ical';
import { type CalendarPreview, MAX_HOLIDAYS } from '@/lib/contracts/schedule';

type Holiday = CalendarPreview['holidays'][number];
type Reason = CalendarPreview['skipped'][number]['reason'];

/** Unfolding strange repetitions costs time; what is not reached within it is listed as left out. */
const BUDGET_MILLISECONDS = 2_000;
const SKIPPED_SHOWN = 200;

/**
 * The whole days that a calendar's entries cover and that begin between two days (`YYYY-MM-DD`), each once, in order.
 * Undefined when the text is no iCalendar file.
 */
export function holidaysIn(calendar: string, { from, to }: { from: string; to: string }): CalendarPreview | undefined {
  const events = eventsIn(calendar);
  if (!events) return undefined;
  const found = new Map<string, Holiday>();
  const skipped: CalendarPreview['skipped'] = [];
  const deadline = performance.now() + BUDGET_MILLISECONDS;
  for (const event of events) {
    const result = performance.now() < deadline ? holidaysOf(event, from, to) : 'too_many';
    const beyond = typeof result !== 'string' && found.size + result.length > MAX_HOLIDAYS;
    if (typeof result === 'string' || beyond) {
      skipped.push({ name: nameOf(event.summary), reason: typeof result === 'string' ? result : 'too_many' });
      continue;
    }
    for (const holiday of result) found.set(`${holiday.from} ${holiday.to} ${holiday.name}`, holiday);
  }
  const holidays = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holiday]) => holiday);
  return { holidays, skipped: skipped.slice(0, SKIPPED_SHOWN) };
}

function eventsIn(calendar: string): VEvent[] | undefined {
  try {
    const parsed = ical.sync.parseICS(calendar);
    if (!parsed.vcalendar) return undefined;
    return Object.values(parsed).filter((part): part is VEvent => part?.type === 'VEVENT');
  } catch {
    return undefined;
  }
}

function holidaysOf(event: VEvent, from: string, to: string): Holiday[] | Reason {
  if (event.status === 'CANCELLED') return 'cancelled';
  if (!(event.start instanceof Date) || Number.isNaN(event.start.getTime())) return 'no_date';
  const rule = event.rrule?.toString() ?? '';
  if (event.rrule && (!/FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)/.test(rule) || /BY(?:HOUR|MINUTE|SECOND)=/.test(rule)))
    return 'repeats_too_often';
  const instances = instancesOf(event, from, to);
  if (!instances) return 'repeats_too_often';
  if (instances.length === 0) return 'outside_range';
  const days = instances.map(wholeDays);
  if (days.some((each) => each === undefined)) return 'not_whole_days';
  return days
    .flatMap((each) => each ?? [])
    .filter((each) => each.from >= from && each.from <= to)
    .map((each) => ({ ...each, repeats: Boolean(event.rrule) }));
}

function instancesOf(event: VEvent, from: string, to: string): EventInstance[] | undefined {
  try {
    // A day around the range: the library reads dates in the zone of this process.
    return ical.expandRecurringEvent(event, { from: dayAt(from, -1), to: dayAt(to, 1) });
  } catch {
    return undefined;
  }
}

function wholeDays({ summary, isFullDay, start, end }: EventInstance) {
  const zone = isFullDay ? undefined : (start.tz ?? 'UTC');
  const [first, last] = [wallClock(start, zone), wallClock(end, zone)];
  if (!isFullDay && (first.time !== '00:00' || last.time !== '00:00' || last.date <= first.date)) return undefined;
  // The end is exclusive, and some calendars leave it out or repeat the start.
  const until = last.date > first.date ? isoDay(Date.parse(last.date) - DAY) : first.date;
  return { name: nameOf(summary), from: first.date, to: until };
}

/** Date and time that a clock shows; whole days come as midnight of this process's zone. */
function wallClock(at: Date, timeZone: string | undefined): { date: string; time: string } {
  if (timeZone === undefined)
    return { date: isoDay(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())), time: '' };
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zoneOrUtc(timeZone),
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [date = '', time = ''] = parts.format(at).split(' ');
  return { date, time };
}

function zoneOrUtc(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function nameOf(summary: VEvent['summary'] | undefined): string {
  const text = typeof summary === 'string' ? summary : (summary?.val ?? '');
  return (
    text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 120)
      .trim() || '–'
  );
}

const DAY = 86_400_000;

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function dayAt(date: string, shift: number): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + shift);
}
