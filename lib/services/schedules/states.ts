import type { Queries } from '@/db/client';
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';

/** Of every schedule of the account, by key: whether its hours are on at the moment. */
export async function scheduleStates(
  db: Queries,
  accountId: string,
  at: Date,
): Promise<Record<string, 'inside' | 'outside'>> {
  const rows = await db.query<Pick<Schedule, keyof Schedule> & { key: string }>(
    'select key, time_zone as "timeZone", intervals, holidays from schedules where account_id = $1',
    [accountId],
  );
  return Object.fromEntries(rows.map(({ key, ...schedule }) => [key, prepareHours(schedule).stateAt(at)]));
}
