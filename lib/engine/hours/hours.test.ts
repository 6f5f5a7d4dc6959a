import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareHours } from './hours';
import type { Schedule } from './schedule';
import { isTimeZone } from './zone';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];
const MINUTE = 60_000;

/** Independent of the code under test: what a wall clock shows, asked of Intl. */
function oracle(schedule: Schedule, instant: number): 'inside' | 'outside' {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: schedule.timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}`;
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'));
  if (schedule.holidays.some(({ from, to }) => date >= from && date <= to)) return 'outside';
  return schedule.intervals.some((each) => each.day === weekday && time >= each.from && time < each.to)
    ? 'inside'
    : 'outside';
}

const time = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const interval = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]) => ({ day, from: time(from), to: time(to) }));
/** Around changes of offset in several zones, midnights and the end of a year. */
const moments = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2026-02-15',
  '2026-12-31',
  '2026-07-15',
  '2011-12-29',
];
const instant = fc
  .tuple(fc.constantFrom(...moments), fc.integer({ min: -24 * 60, max: 48 * 60 }))
  .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE);
const schedule: fc.Arbitrary<Schedule> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  intervals: fc.array(interval, { maxLength: 9 }),
  holidays: fc.array(
    fc.constantFrom(...moments).map((date) => ({ name: 'h', from: date, to: date })),
    { maxLength: 2 },
  ),
});

describe('business hours', () => {
  it('agree with the wall clock', () => {
    fc.assert(
      fc.property(schedule, instant, (given, at) => {
        expect(prepareHours(given).stateAt(new Date(at))).toBe(oracle(given, at));
      }),
      { numRuns: 3_000 },
    );
  });

  it('change first where a walk minute by minute sees the first change', () => {
    fc.assert(
      fc.property(schedule, instant, (given, at) => {
        const hours = prepareHours(given);
        const next = hours.nextChange(new Date(at));
        const before = hours.stateAt(new Date(at));
        const until = Math.min(next?.at.getTime() ?? Number.POSITIVE_INFINITY, at + 3 * 24 * 60 * MINUTE);
        for (let walk = at; walk < until; walk += 5 * MINUTE) expect(hours.stateAt(new Date(walk))).toBe(before);
        if (next) {
          expect(hours.stateAt(next.at)).toBe(next.state);
          expect(next.state).not.toBe(before);
          expect(hours.stateAt(new Date(next.at.getTime() - 1))).toBe(before);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is bounded: a schedule that never opens has no next change', () => {
    const never = prepareHours({ timeZone: 'Europe/Paris', intervals: [], holidays: [] });
    expect(never.nextChange(new Date('2026-11-21T10:00:00Z'))).toBeNull();
    const always = prepareHours({
      timeZone: 'Europe/Paris',
      intervals: Array.from({ length: 7 }, (_, day) => ({ day, from: '00:00', to: '24:00' })),
      holidays: [],
    });
    expect(always.nextChange(new Date('2026-11-21T10:00:00Z'))).toBeNull();
  });

  it('knows zones by name only', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('+02:00')).toBe(false);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
