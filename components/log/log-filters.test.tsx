import { describe, expect, it } from 'vitest';
import { isNarrowed, logAddress, NO_FILTERS, readLogFilters } from './log-filters';

describe('the address of the log', () => {
  it('writes only what differs from everything', () => {
    expect(logAddress(NO_FILTERS)).toBe('/log');
    expect(logAddress(NO_FILTERS, { outcome: 'failed', range: '7d' })).toBe('/log?outcome=failed&range=7d');
  });
  it('reads back what it wrote', () => {
    const filters = {
      ...NO_FILTERS,
      search: 'Ada & Bob',
      range: 'custom' as const,
      from: '2026-11-12T14:00',
      cursor: 'x',
    };
    const address = logAddress(filters, { cursor: filters.cursor });
    expect(readLogFilters(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(filters);
  });
  it('goes back to the newest when a filter changes', () => {
    expect(logAddress({ ...NO_FILTERS, cursor: 'x' }, { event: 'message_sent' })).toBe('/log?event=message_sent');
  });
  it('leaves out what nobody offers', () => {
    expect(readLogFilters({ outcome: 'exploded', range: '99y', rule: ['a', 'b'] })).toEqual({
      ...NO_FILTERS,
      rule: 'a',
    });
  });
  it('forgets dates that no longer count', () => {
    const filters = { ...NO_FILTERS, range: 'custom' as const, from: '2026-11-12T14:00' };
    expect(logAddress(filters, { range: 'today' })).toBe('/log?range=today');
  });
  it('does not take the time for a filter', () => {
    expect(isNarrowed({ ...NO_FILTERS, range: '7d' })).toBe(false);
    expect(isNarrowed({ ...NO_FILTERS, search: 'ada' })).toBe(true);
    expect(isNarrowed(readLogFilters({ family: 'workflow' }))).toBe(true);
    expect(isNarrowed(readLogFilters({ family: 'exploded' }))).toBe(false);
  });
});
