/** An amount of time as conditions name it: `{ "amount": 24, "unit": "hours" }`. A day is 24 hours, whatever the clocks do. */
import type { Json } from './value';

export const ELAPSED_UNITS = ['minutes', 'hours', 'days'] as const;
export type ElapsedUnit = (typeof ELAPSED_UNITS)[number];

const MINUTES: Readonly<Record<ElapsedUnit, number>> = { minutes: 1, hours: 60, days: 1_440 };

/** Whole minutes, or undefined when it is no amount of time. */
export function elapsedMinutes(value: Json | undefined): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { amount, unit } = value as { readonly [key: string]: Json };
  const known = ELAPSED_UNITS.find((each) => each === unit);
  return known && typeof amount === 'number' && Number.isSafeInteger(amount) ? amount * MINUTES[known] : undefined;
}
