import { weekdayOf } from '@/lib/engine/hours/schedule';
import { stretchAt } from '@/lib/engine/hours/zone';
import type { TicketSurroundings } from '@/lib/engine/state/ticket-state';
import type { Directory } from '../ingest/directory';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What of the account a ticket's conditions see at this moment: its wall clock and who is within working hours. */
export function surroundingsAt(directory: Directory, at: Date): TicketSurroundings {
  const { agents, schedules, account } = directory;
  const hours = new Map(schedules.map((schedule) => [schedule.key, schedule.hours.stateAt(at)]));
  const workingHours = [...agents.values()].flatMap(({ key, schedule }) => {
    const state = schedule === null ? undefined : hours.get(schedule);
    return state ? [[key, state] as const] : [];
  });
  return {
    clock: wallClock(account.timeZone, at),
    workingHours: Object.fromEntries(workingHours),
    inboxGroupOf: (inbox) => directory.inboxGroupOf(inbox),
  };
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
