import { describe, expect, it, vi } from 'vitest';
import { uuidV7, uuidV7At } from './uuid-v7';

describe('uuidV7', () => {
  it('has version 7, variant 10 and the time in front', () => {
    const before = Date.now();
    const id = uuidV7();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  });

  it('rises strictly, also within a millisecond and when the clock steps back', () => {
    const ids: string[] = [];
    const clock = vi.spyOn(Date, 'now');
    for (let i = 0; i < 20_000; i++) {
      clock.mockReturnValue(4_000_000_000_000 - Math.floor(i / 9_000) * 5);
      ids.push(uuidV7());
    }
    clock.mockRestore();
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives the lower bound of a moment', () => {
    const moment = new Date('2026-03-02T10:00:00.000Z');
    vi.useFakeTimers({ now: moment.getTime() + 4_000_000_000_000 });
    const id = uuidV7();
    vi.useRealTimers();
    expect(uuidV7At(new Date(moment.getTime() + 4_000_000_000_000)) < id).toBe(true);
    expect(uuidV7At(moment) < uuidV7At(new Date(moment.getTime() + 1))).toBe(true);
    expect(uuidV7At(moment)).toBe('019cadfd-8900-7000-8000-000000000000');
  });
});
