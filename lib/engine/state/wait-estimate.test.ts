import { describe, expect, it } from 'vitest';
import { estimateWait, type RoutedTicket } from './wait-estimate';

const now = new Date('2026-11-21T10:00:00Z');
const ticket = (ago: number, minutes: number, position = 1): RoutedTicket => ({
  routedAt: new Date(now.getTime() - ago * 60_000),
  minutes,
  position,
});
const DAY = 24 * 60;

describe('wait estimate', () => {
  it.each<[string, RoutedTicket[], ReturnType<typeof estimateWait>]>([
    ['none without tickets', [], null],
    ['none when the last one is more than a week old', [ticket(8 * DAY, 5)], null],
    ['one recent ticket is enough for three weeks', [ticket(6 * DAY, 4.4), ticket(20 * DAY, 4.4)], { min: 4, max: 4 }],
    ['at least a minute', [ticket(5, 0.1)], { min: 1, max: 1 }],
    [
      'ten minutes with five tickets',
      [...[2, 3, 4, 5, 6].map((m) => ticket(5, m)), ticket(60, 90)],
      { min: 3, max: 5 },
    ],
    [
      'two hours when ten minutes have four',
      [...[2, 3, 4, 5].map((m) => ticket(5, m)), ticket(60, 90)],
      { min: 3, max: 5 },
    ],
    [
      'three weeks when two hours have four',
      [...[2, 2, 2, 2].map((m) => ticket(5, m)), ...[30, 30, 30].map((m) => ticket(DAY, m))],
      { min: 2, max: 30 },
    ],
    [
      'the nearest positions count',
      [...[10, 10, 10, 10, 10].map((m) => ticket(5, m, 9)), ...[1, 1, 1, 1, 1].map((m) => ticket(5, m, 1))],
      { min: 1, max: 1 },
    ],
  ])('%s', (_name, tickets, expected) => {
    expect(estimateWait(tickets, 1, now)).toEqual(expected);
  });
});
