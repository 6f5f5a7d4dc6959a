import type { IntervalInput } from '@/lib/contracts/week';

/** What a new schedule begins with: Monday to Friday, nine to five. */
export function usualWeek(): IntervalInput[] {
  return [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' }));
}
