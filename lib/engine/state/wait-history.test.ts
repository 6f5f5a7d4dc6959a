import { describe, expect, it } from 'vitest';
import { type AnsweredTicket, estimateThen, outcomeOf } from './wait-history';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const ticket = (hoursAgo: number, minutes: number): AnsweredTicket => {
  const queuedAt = new Date(NOW - hoursAgo * 3_600_000);
  const repliedAt = new Date(queuedAt.getTime() + minutes * 60_000);
  return { queuedAt, repliedAt, routedAt: repliedAt, position: 1, minutes };
};

describe('what was foretold', () => {
  it('knows only what had been answered by then', () => {
    const [first, second, third] = [ticket(30, 10), ticket(29.9, 20), ticket(20, 40)];
    const all = [first, second, third];
    expect(estimateThen(all, first)).toBeNull();
    // The first one was still waiting when the second joined.
    expect(estimateThen(all, second)).toBeNull();
    expect(estimateThen(all, third)).toEqual({ min: 13, max: 18 });
  });

  it('is compared in whole minutes', () => {
    expect(outcomeOf(0.2, { min: 1, max: 3 })).toBe('within');
    expect(outcomeOf(3.4, { min: 1, max: 3 })).toBe('within');
    expect(outcomeOf(3.6, { min: 1, max: 3 })).toBe('longer');
    expect(outcomeOf(4.4, { min: 5, max: 8 })).toBe('shorter');
  });
});
