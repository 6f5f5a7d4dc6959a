/** What this browser remembers of its visits and of the messages that it was shown. */
import type { Memory } from '@/lib/engine/proactive/choose';
import type { Kept } from '../storage';

/** A visit ends after so long without activity, in ms. */
const ENDS_AFTER = 30 * 60_000;
const HOUR = 3_600_000;

interface Visit {
  readonly id: string;
  /** Last activity, ms since 1970. */
  readonly last: number;
  /** An earlier visit was here; when it ended. */
  readonly before?: number;
}

interface Seen {
  /** Messages shown in whichever visit. */
  readonly shown: readonly string[];
  /** Opened or dismissed in this visit. */
  readonly closed: readonly string[];
  readonly visit: string;
}

export interface Visits {
  id(): string;
  /** Somebody is here. A new visit begins after half an hour without. */
  active(now: number): void;
  returning(): boolean;
  hoursSinceLastVisit(now: number): number | null;
  /** `shownOnPage` is forgotten with the page. */
  memory(shownOnPage: ReadonlySet<string>): Memory;
  shown(message: string): void;
  closed(message: string): void;
}

export function openVisits(kept: Kept, newId: () => string): Visits {
  const read = (): Visit | null => kept.read<Visit>('visit');
  const begun = (now: number, before?: number): Visit => ({ id: newId(), last: now, ...(before && { before }) });
  const current = () => read()?.id ?? '';
  const seen = (): Seen => {
    const { shown = [], closed = [], visit = '' } = kept.read<Seen>('seen') ?? {};
    return { shown, closed: visit === current() ? closed : [], visit: current() };
  };
  return {
    id: current,
    active(now) {
      const visit = read();
      // A clock that was set back is no reason for a new visit.
      const over = visit !== null && now - visit.last > ENDS_AFTER;
      kept.write('visit', visit && !over ? { ...visit, last: now } : begun(now, visit?.last));
    },
    returning: () => read()?.before !== undefined,
    hoursSinceLastVisit(now) {
      const before = read()?.before;
      return before === undefined ? null : Math.max(0, Math.floor((now - before) / HOUR));
    },
    memory(shownOnPage) {
      const { shown, closed } = seen();
      return { shown: new Set(shown), closedInVisit: new Set(closed), shownOnPage };
    },
    shown(message) {
      const before = seen();
      kept.write('seen', { ...before, shown: [...before.shown.filter((id) => id !== message), message].slice(-200) });
    },
    closed(message) {
      const before = seen();
      kept.write('seen', { ...before, closed: [...before.closed.filter((id) => id !== message), message] });
    },
  };
}
