import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '@/components/log/log-filters';
import { stretchOf } from './read-log';

const now = '2026-11-21T10:20:00.000Z';
const stretch = (filters: object, timeZone = 'Europe/Paris') => stretchOf({ ...NO_FILTERS, ...filters }, now, timeZone);

describe('the time that the log shows', () => {
  it('is 24 hours on the clock, the present one among them', () => {
    expect(stretch({})).toEqual({ from: '2026-11-20T11:00:00.000Z', to: null, unit: 'hour' });
    expect(stretch({}, 'Asia/Kolkata').from).toBe('2026-11-20T10:30:00.000Z');
  });
  it('begins days at midnight in the reader’s time zone', () => {
    expect(stretch({ range: 'today' })).toEqual({ from: '2026-11-20T23:00:00.000Z', to: null, unit: 'hour' });
    expect(stretch({ range: '7d' })).toEqual({ from: '2026-11-14T23:00:00.000Z', to: null, unit: 'day' });
  });
  it('reads chosen dates as the reader’s', () => {
    expect(stretch({ range: 'custom', from: '2026-11-01T08:00', to: '2026-11-02T08:00' })).toEqual({
      ...{ from: '2026-11-01T07:00:00.000Z', to: '2026-11-02T07:00:00.000Z', unit: 'hour' },
    });
    expect(stretch({ range: 'custom', from: '2026-10-01T08:00', to: '' })).toMatchObject({ to: null, unit: 'day' });
    expect(stretch({ range: 'custom', from: 'nonsense' })).toMatchObject({ from: '2026-11-20T10:20:00.000Z' });
  });
});
