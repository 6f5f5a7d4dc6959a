import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, wallTime } from './wall-time';

test.each([
  ['2026-11-21T08:30:00Z', 'Europe/Paris', '2026-11-21T09:30'],
  ['2026-07-01T23:30:00Z', 'Europe/Paris', '2026-07-02T01:30'],
  ['2026-01-01T00:00:00Z', 'Asia/Kolkata', '2026-01-01T05:30'],
])('%s in %s is %s', (instant, zone, wall) => {
  expect(wallTime(new Date(instant), zone)).toBe(wall);
  expect(instantAt(wall, zone).toISOString()).toBe(new Date(instant).toISOString());
});

test('a time that was read off a clock leads back to what that clock shows', () => {
  const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
  const minutes = fc.integer({ min: 29_000_000, max: 31_000_000 });
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const wall = wallTime(new Date(minute * 60_000), zone);
      expect(wallTime(instantAt(wall, zone), zone)).toBe(wall);
    }),
  );
});
