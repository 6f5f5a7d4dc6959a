/**
 * Hints that something was committed: they wake workers and open streams of this process at once and of others by
 * NOTIFY. Nothing depends on one arriving.
 */
import { EventEmitter } from 'node:events';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { Work } from './work/work';

/** What has changed: a conversation, an agent's status, a customer, or something else of the account by its kind. */
export interface Hint {
  readonly account: string;
  readonly topic: 'conversation' | 'agent' | 'customer' | 'configuration';
  /** Uuid of the conversation or customer, key of the agent; empty where the kind says enough. */
  readonly id: string;
  /** Number of the conversation's last message; else 0. */
  readonly seq: number;
}

interface BusEvents {
  hint: [Hint];
  /** A wait begins that is due then. */
  due: [Date];
  /** Hints of other servers may have been missed. */
  missed: [];
}

/** Notifications of one process are at least this far apart; what is meant for one thing melts together. */
const NOTIFY_MILLISECONDS = 20;
/** NOTIFY refuses payloads of 8,000 bytes. */
const HINTS_PER_NOTIFICATION = 50;

export const HINTS_CHANNEL = 'signalbox_hints';

/** The bus of this process; on globalThis, since routes and instrumentation are bundled separately. */
export function hintBus(): EventEmitter<BusEvents> {
  return holder().bus;
}

/** Told with every notification, so that a process does not hear its own a second time. */
export function processName(): string {
  return holder().name;
}

interface Holder {
  readonly bus: EventEmitter<BusEvents>;
  readonly name: string;
}

const bus = Symbol.for('signalbox.hints');

function holder(): Holder {
  const global = globalThis as { [bus]?: Holder };
  global[bus] ??= { bus: new EventEmitter<BusEvents>().setMaxListeners(0), name: uuidV7() };
  return global[bus];
}

/** Tells this process at once and the others soon what a transaction has changed. */
export function announce(database: Database, account: string, work: Work): void {
  const conversations = work
    .touchedConversations()
    .map(({ id, messageSeq }) => ({ account, topic: 'conversation', id, seq: messageSeq }) as const);
  const drafts = work.drafts.map(({ conversationId: id }) => ({ account, topic: 'conversation', id, seq: 0 }) as const);
  const agents = [...work.agentStatuses.keys()].map((id) => ({ account, topic: 'agent', id, seq: 0 }) as const);
  const customers = work.suspensions.map(({ customerId: id }) => ({ account, topic: 'customer', id, seq: 0 }) as const);
  tellHints(database, [...conversations, ...drafts, ...agents, ...customers]);
  const due = work.earliestDue();
  if (due) hintBus().emit('due', due);
}

/** The same for what was committed without `Work`. */
export function tellHints(database: Database, hints: readonly Hint[]): void {
  for (const hint of hints) hintBus().emit('hint', hint);
  if (database.kind === 'postgres' && hints.length > 0) queueNotification(database, hints);
}

/** The hints of another process's notification; none of our own. */
export function readNotification(payload: string): readonly Hint[] {
  const [from, ...hints] = JSON.parse(payload) as [string, ...[string, Hint['topic'], string, number][]];
  if (from === processName()) return [];
  return hints.map(([account, topic, id, seq]) => ({ account, topic, id, seq }));
}

const waiting = new WeakMap<Database, Map<string, Hint>>();

function queueNotification(database: Database, hints: readonly Hint[]): void {
  const queued = waiting.get(database) ?? new Map<string, Hint>();
  const first = queued.size === 0;
  for (const hint of hints) queued.set(`${hint.account}${hint.topic}${hint.id}`, hint);
  waiting.set(database, queued);
  if (first) setTimeout(() => void notify(database), NOTIFY_MILLISECONDS).unref();
}

async function notify(database: Database): Promise<void> {
  const hints = [...(waiting.get(database)?.values() ?? [])];
  waiting.delete(database);
  const parts = Array.from({ length: Math.ceil(hints.length / HINTS_PER_NOTIFICATION) }, (_, index) =>
    hints.slice(index * HINTS_PER_NOTIFICATION, (index + 1) * HINTS_PER_NOTIFICATION),
  );
  const payloads = parts.map((part) =>
    JSON.stringify([processName(), ...part.map(({ account, topic, id, seq }) => [account, topic, id, seq])]),
  );
  try {
    await database.notify(HINTS_CHANNEL, ...payloads);
  } catch {
    // A hint that is lost costs a moment; readers compare numbers every few seconds.
  }
}
