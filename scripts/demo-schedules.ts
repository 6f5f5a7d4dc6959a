/** The opening hours of the demo's bike shop, with the holidays around now. */
import type { Context } from '@/lib/services/context';
import { createSchedule } from '@/lib/services/schedules/create';

export async function makeDemoSchedules(context: Context, now: Date): Promise<void> {
  const year = now.getUTCFullYear();
  const weekdays = [0, 1, 2, 3, 4];
  await createSchedule(context, {
    ...{ key: 'shop', name: 'Shop opening hours', timeZone: 'Europe/Paris' },
    intervals: [
      ...weekdays.map((day) => ({ day, from: '09:00', to: '12:30' })),
      ...weekdays.map((day) => ({ day, from: '13:30', to: '18:00' })),
      { day: 5, from: '10:00', to: '17:00' },
    ],
    holidays: [
      { name: 'Armistice Day', from: `${year}-11-11`, to: `${year}-11-11` },
      { name: 'Christmas', from: `${year}-12-24`, to: `${year}-12-26` },
      { name: 'New Year', from: `${year + 1}-01-01`, to: `${year + 1}-01-01` },
      { name: 'Stocktaking', from: `${year + 1}-01-11`, to: `${year + 1}-01-12` },
    ],
  });
  await createSchedule(context, {
    ...{ key: 'night-line', name: 'Night line', timeZone: 'America/New_York', holidays: [] },
    intervals: weekdays.flatMap((day) => [
      { day, from: '20:00', to: '24:00' },
      { day: day + 1, from: '00:00', to: '02:00' },
    ]),
  });
}
