import { expect, test } from 'vitest';
import { localDays } from './local-days';
import { type Days, isNarrowed, NO_FILTERS, queryOf, readFilters } from './tickets-address';

const days: Days = {
  before: (count) => `before ${count}`,
  day: (day, later) => (day === '' ? null : `${day}+${later}`),
};
const query = (address: string) => queryOf(readFilters(Object.fromEntries(new URLSearchParams(address))), days);

test('the list begins with what is open, the newest first', () => {
  expect(query('')).toEqual({ limit: 50, class: 'open' });
  expect(isNarrowed(NO_FILTERS)).toBe(false);
  expect(isNarrowed({ ...NO_FILTERS, sort: 'oldest', cursor: 'x' })).toBe(false);
});

test.each([
  ['class=any&status=pending&assignee=none', { status: 'pending', assignee: 'none' }],
  ['class=closed&search=+bell+&cursor=abc', { class: 'closed', search: 'bell', cursor: 'abc' }],
  [
    'type=return&context=invoice&sentiment=negative',
    { class: 'open', type: 'return', context: 'invoice', sentiment: 'negative' },
  ],
  ['type=nothing&context=nothing&sentiment=nothing&response=nothing&class=nothing', {}],
  ['created=7d&replied=today', { class: 'open', from: 'before 6', repliedFrom: 'before 0' }],
  [
    'created=custom&createdFrom=2026-11-01&createdTo=2026-11-02',
    { class: 'open', from: '2026-11-01+0', to: '2026-11-02+1' },
  ],
  ['created=custom', { class: 'open' }],
  ['sort=reply_oldest', { class: 'open', sort: 'customer_reply', order: 'asc' }],
  ['sort=oldest', { class: 'open', order: 'asc' }],
])('%s', (address, expected) => {
  expect(query(address)).toEqual({ limit: 50, ...expected });
});

test('days are local, and what is none is left out', () => {
  expect(localDays.day('2026-11-12', 1)).toBe(new Date(2026, 10, 13).toISOString());
  expect(localDays.day('tomorrow', 0)).toBeNull();
  expect(new Date(localDays.before(0)).getHours()).toBe(0);
});
