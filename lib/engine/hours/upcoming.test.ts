import { describe, expect, it } from 'vitest';
import { prepareHours } from './hours';
import { dayNumberOf } from './schedule';
import { dateOf, minutesInWeek, nextClockChange, upcoming, wallClock } from './upcoming';

const schedule = {
  timeZone: 'Europe/Paris',
  intervals: [0, 1, 2, 3, 4].flatMap((day) => [
    { day, from: '09:00', to: '12:30' },
    { day, from: '13:30', to: '18:00' },
  ]),
  holidays: [{ name: 'Armistice Day', from: '2026-11-11', to: '2026-11-11' }],
};
const ask = (at: string) => {
  const { state, closes, opens } = upcoming(prepareHours(schedule), new Date(at));
  return [state, closes?.toISOString(), opens?.toISOString()];
};

describe('what comes next', () => {
  it('is the closing and the opening after it, and the other way round', () => {
    expect(ask('2026-11-12T13:28:00Z')).toEqual(['inside', '2026-11-12T17:00:00.000Z', '2026-11-13T08:00:00.000Z']);
    expect(ask('2026-11-12T11:45:00Z')).toEqual(['outside', '2026-11-12T17:00:00.000Z', '2026-11-12T12:30:00.000Z']);
    expect(ask('2026-11-10T20:00:00Z')).toEqual(['outside', '2026-11-12T11:30:00.000Z', '2026-11-12T08:00:00.000Z']);
  });

  it('is nothing where nothing changes', () => {
    const never = prepareHours({ timeZone: 'UTC', intervals: [], holidays: [] });
    expect(upcoming(never, new Date(0))).toEqual({ state: 'outside', closes: null, opens: null });
  });

  it('tells the clock changes of the zone, and whether they matter', () => {
    const now = new Date('2026-11-12T13:28:00Z');
    expect(nextClockChange(schedule, now)).toEqual({
      ...{ at: new Date('2027-03-28T01:00:00Z'), from: 120, to: 180, open: false },
    });
    const nights = { ...schedule, intervals: [{ day: 6, from: '01:00', to: '03:00' }] };
    expect(nextClockChange(nights, now)).toMatchObject({ open: true });
    expect(nextClockChange({ ...schedule, timeZone: 'Asia/Kolkata' }, now)).toBeNull();
    expect(nextClockChange({ ...schedule, timeZone: 'Australia/Lord_Howe' }, new Date('2026-06-01T00:00:00Z'))).toEqual(
      {
        ...{ at: new Date('2026-10-03T15:30:00Z'), from: 120, to: 150, open: false },
      },
    );
  });

  it('counts the hours of a week without its holidays', () => {
    const monday = dayNumberOf('2026-11-09');
    expect(minutesInWeek(schedule, monday)).toBe(4 * 480);
    expect(minutesInWeek(schedule, monday + 7)).toBe(5 * 480);
  });

  it('reads wall clocks', () => {
    const { day, minutes } = wallClock('Asia/Kolkata', new Date('2026-11-12T20:00:30Z'));
    expect([dateOf(day), minutes]).toEqual(['2026-11-13', 90.5]);
  });
});
