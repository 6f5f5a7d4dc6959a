/** What the customer wrote and the server has not confirmed: kept in the browser, sent in order, once. */

import type { Outgoing } from './state';
import type { Kept } from './storage';

const name = 'outbox';
/** After so long nothing is sent on its own any more: the customer decides, in ms. */
const stale = 86_400_000;

export type Outbox = {
  all(): readonly Outgoing[];
  add(message: Outgoing): void;
  change(id: string, change: Partial<Outgoing>): void;
  remove(id: string): void;
  /** The next one to send. */
  next(now: number): Outgoing | undefined;
};

/** `changed` is called with everything that is left, after each change. */
export function openOutbox(kept: Kept, changed: (all: readonly Outgoing[]) => void): Outbox {
  // Read anew each time: other tabs write there too.
  const all = (): readonly Outgoing[] => {
    const stored = kept.read<Outgoing[]>(name);
    return Array.isArray(stored) ? stored : [];
  };
  const save = (messages: readonly Outgoing[]) => {
    kept.write(name, messages.length > 0 ? messages : null);
    changed(messages);
  };
  const change = (id: string, by: Partial<Outgoing>) =>
    save(all().map((one) => (one.id === id ? { ...one, ...by } : one)));
  return {
    all,
    change,
    add: (message) => save([...all(), message]),
    remove: (id) => save(all().filter((one) => one.id !== id)),
    next(now) {
      const old = all().filter(({ at, failed }) => !failed && now - at > stale);
      for (const { id } of old) change(id, { failed: true });
      return all().find(({ failed }) => !failed);
    },
  };
}
