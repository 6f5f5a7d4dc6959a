import { describe, expect, it } from 'vitest';
import type { Condition } from './rule';
import { classesWatched, dueMomentsOf, eventOfStart, startOf } from './start';

const created = (operator: string, amount = 24): Condition => ({
  field: 'ticket_created',
  operator,
  value: { amount, unit: 'hours' },
});
const replied: Condition = { field: 'response_status', operator: 'is', value: 'not_replied' };
const message: Condition = { field: 'new_message', operator: 'is' };
const when = (...all: Condition[]) => ({ all });

describe('a workflow starts', () => {
  it.each([
    ['event', [message, replied]],
    ['event', [message, created('more_than')]],
    ['due', [replied, created('more_than')]],
    ['state', [replied, created('less_than')]],
    ['state', [created('not_less_than')]],
    ['state', [created('not_more_than'), replied]],
  ] as const)('by %s', (expected, conditions) => {
    expect(startOf(when(...conditions))).toBe(expected);
    expect(eventOfStart(expected)).toBe(`ticket_${expected}`);
  });

  it('at the moments that its conditions name, each once', () => {
    const reply: Condition = {
      field: 'last_customer_reply',
      operator: 'more_than',
      value: { amount: 2, unit: 'days' },
    };
    const days: Condition = { ...created('more_than'), value: { amount: 1, unit: 'days' } };
    expect(dueMomentsOf(when(created('more_than'), days, reply, created('less_than', 99)))).toEqual([
      { column: 'ticketCreatedAt', minutes: 1_440 },
      { column: 'lastCustomerReplyAt', minutes: 2_880 },
    ]);
    expect(dueMomentsOf(when(message, reply))).toEqual([]);
  });
});

describe('time is watched', () => {
  const statuses = [
    { key: 'open', class: 'open' },
    { key: 'pending', class: 'open' },
    { key: 'solved', class: 'closed' },
    { key: 'spam', class: 'closed' },
  ] as const;
  it.each([
    ['on open tickets', [created('more_than')], ['open']],
    [
      'on closed ones, if a condition says so',
      [{ field: 'ticket_status', operator: 'is', value: 'closed' }],
      ['closed'],
    ],
    ['on those of a status', [{ field: 'current_status', operator: 'is', value: 'solved' }], ['closed']],
    ['on both', [{ field: 'current_status', operator: 'none_of', value: ['spam'] }], ['open', 'closed']],
    [
      'on what all conditions allow',
      [
        { field: 'current_status', operator: 'none_of', value: ['spam'] },
        { field: 'ticket_status', operator: 'is_not', value: 'open' },
      ],
      ['closed'],
    ],
    ['on none that there cannot be', [{ field: 'current_status', operator: 'is', value: 'gone' }], []],
  ] as [string, Condition[], string[]][])('%s', (_, conditions, expected) => {
    expect(classesWatched(when(...conditions), statuses)).toEqual(expected);
  });
});
