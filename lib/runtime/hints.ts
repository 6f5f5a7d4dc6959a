/**
 * Hints that something was committed: they wake workers and open streams of this process at once and of others by
 * NOTIFY. Nothing depends on one arriving.
 */
import { EventEmitter } from 'node:events';
import type { Database } from '@/db/client';
import type { Work } from './work/work';

export interface Hint {
  readonly account: string;
  readonly conversation: string;
  /** Number of the conversation's last message. */
  readonly seq: number;
}

/** Notifications of one process are at least this far apart; what is meant for one conversation melts together. */
const NOTIFY_MILLISECONDS = 20;
/** NOTIFY refuses payloads of 8,000 bytes. */
const HINTS_PER_NOTIFICATION = 60;

export const HINTS_CHANNEL = 'signalbox_hints';

/** The bus of this process; on globalThis, since routes and instrumentation are bundled separately. */
export function hintBus(): EventEmitter<{ hint: [Hint]; due: [Date] }> {
  const holder = globalThis as { [bus]?: EventEmitter<{ hint: [Hint]; due: [Date] }> };
  holder[bus] ??= new EventEmitter<{ hint: [Hint]; due: [Date] }>().setMaxListeners(0);
  return holder[bus];
}

const bus = Symbol.for('signalbox.hints');

/** Tells this process at once and the others soon what a transaction has changed. */
export function announce(database: Database, accountId: string, work: Work): void {
  const hints = work
    .touchedConversations()
    .map(({ id, messageSeq }) => ({ account: accountId, conversation: id, seq: messageSeq }));
  for (const hint of hints) hintBus().emit('hint', hint);
  const due = work.earliestDue();
  if (due) hintBus().emit('due', due);
  if (database.kind === 'postgres' && hints.length > 0) queueNotification(database, hints);
}

const waiting = new WeakMap<Database, Map<string, Hint>>();

function queueNotification(database: Database, hints: readonly Hint[]): void {
  const queued = waiting.get(database) ?? new Map<string, Hint>();
  const first = queued.size === 0;
  for (const hint of hints) queued.set(hint.conversation, hint);
  waiting.set(database, queued);
  if (first) setTimeout(() => void notify(database), NOTIFY_MILLISECONDS).unref();
}

async function notify(database: Database): Promise<void> {
  const hints = [...(waiting.get(database)?.values() ?? [])];
  waiting.delete(database);
  try {
    for (let from = 0; from < hints.length; from += HINTS_PER_NOTIFICATION) {
      const part = hints.slice(from, from + HINTS_PER_NOTIFICATION);
      await database.notify(
        HINTS_CHANNEL,
        JSON.stringify(part.map(({ account, conversation, seq }) => [account, conversation, seq])),
      );
    }
  } catch {
    // A hint that is lost costs a moment; readers compare numbers every few seconds.
  }
}
