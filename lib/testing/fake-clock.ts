import type { Clock } from '@/db/clock';

export interface FakeClock extends Clock {
  readonly current: Date;
  set(moment: Date | string): void;
  /** Milliseconds; negative goes back. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until told otherwise. */
export function fakeClock(start: Date | string = '2026-03-02T10:00:00.000Z'): FakeClock {
  let current = new Date(start);
  return {
    get current() {
      return new Date(current);
    },
    now: async () => new Date(current),
    set(moment) {
      current = new Date(moment);
    },
    advance(milliseconds) {
      current = new Date(current.getTime() + milliseconds);
    },
  };
}
