/**
 * What is true for a moment and stored nowhere: somebody types, somebody looks at a conversation. Told to the streams
 * of this process at once and to those of other servers by NOTIFY; lost when nobody listens.
 */
import { EventEmitter } from 'node:events';
import type { Database } from '@/db/client';
import { processName } from '../hints';

export interface Passing {
  readonly account: string;
  readonly topic: 'typing' | 'viewing';
  /** Uuid of the conversation. */
  readonly conversation: string;
  readonly by: 'customer' | 'agent';
  /** Key of the agent, uuid of the customer. */
  readonly who: string;
  readonly name: string;
  /** Whether it begins or ends; what has begun is over after some seconds without another word. */
  readonly active: boolean;
}

/** How long somebody counts as typing after the last word of it, in milliseconds. */
export const PASSING_MILLISECONDS = 6_000;
export const PASSING_CHANNEL = 'signalbox_passing';

const bus = Symbol.for('signalbox.passing');

export function passingBus(): EventEmitter<{ passing: [Passing] }> {
  const holder = globalThis as { [bus]?: EventEmitter<{ passing: [Passing] }> };
  holder[bus] ??= new EventEmitter<{ passing: [Passing] }>().setMaxListeners(0);
  return holder[bus];
}

/** Tells everybody who follows. Never fails: what is lost is forgotten in a moment anyway. */
export function tellPassing(database: Database, passing: Passing): void {
  passingBus().emit('passing', passing);
  if (database.kind !== 'postgres') return;
  const name = passing.name.slice(0, 120);
  database.notify(PASSING_CHANNEL, JSON.stringify([processName(), { ...passing, name }])).catch(() => {});
}

export function readPassing(payload: string): Passing | undefined {
  const [from, passing] = JSON.parse(payload) as [string, Passing];
  return from === processName() ? undefined : passing;
}
