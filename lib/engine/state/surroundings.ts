import type { Hours } from '../hours/hours';
import { weekdayOf } from '../hours/schedule';
import { stretchAt } from '../hours/zone';
import type { TicketSurroundings } from './ticket-state';

/** What of an account the conditions of workflows ask about. */
export interface Premises {
  /** IANA. */
  readonly timeZone: string;
  readonly schedules: readonly { readonly key: string; readonly hours: Hours }[];
  /** Employees, each with the key of the schedule of their working hours. */
  readonly employees: readonly { readonly key: string; readonly schedule: string | null }[];
  inboxGroupOf(inbox: string): string | null;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What a ticket's conditions see of the account at a moment: its wall clock, and who is within working hours. */
export function surroundingsAt(
  { timeZone, schedules, employees, inboxGroupOf }: Premises,
  at: Date,
): TicketSurroundings {
  const hours = new Map(schedules.map((schedule) => [schedule.key, schedule.hours.stateAt(at)]));
  const workingHours = employees.flatMap(({ key, schedule }) => {
    const state = schedule === null ? undefined : hours.get(schedule);
    return state ? [[key, state] as const] : [];
  });
  return { clock: wallClock(timeZone, at), workingHours: Object.fromEntries(workingHours), inboxGroupOf };
}

/** `day` 0 is Monday, `time` is `HH:MM`. */
export function wallClock(timeZone: string, at: Date): TicketSurroundings['clock'] {
  const local = at.getTime() + stretchAt(timeZone, at.getTime()).offset;
  const day = Math.floor(local / DAY);
  const minutes = Math.floor((local - day * DAY) / MINUTE);
  return { day: weekdayOf(day), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
