import type { Database } from '@/db/client';
import { listenToOthers } from './listen-to-others';
import { PASSING_MILLISECONDS, type Passing, passingBus } from './passing';

interface Typing {
  readonly by: 'customer' | 'agent';
  readonly who: string;
  readonly name: string;
  readonly until: number;
}

const MOST_CONVERSATIONS = 5_000;
const holder = Symbol.for('signalbox.typing');

/** Who is typing in a conversation at this moment, as far as this process has heard since it first listened. */
export function whoTypes(database: Database, conversation: string, now = Date.now()): Omit<Typing, 'until'>[] {
  const typing = [...(heard(database).get(conversation)?.values() ?? [])];
  return typing.filter(({ until }) => until > now).map(({ by, who, name }) => ({ by, who, name }));
}

/** Begins to listen, so that whoever asks later is told. */
export function listenForTyping(database: Database): void {
  heard(database);
}

/** On globalThis: the bus is one for all bundles, and so is what was heard on it. */
function heard(database: Database): Map<string, Map<string, Typing>> {
  listenToOthers(database);
  const global = globalThis as { [holder]?: Map<string, Map<string, Typing>> };
  if (!global[holder]) {
    const made = new Map<string, Map<string, Typing>>();
    global[holder] = made;
    passingBus().on('passing', (passing) => remember(made, passing));
  }
  return global[holder];
}

function remember(
  all: Map<string, Map<string, Typing>>,
  { topic, conversation, by, who, name, active }: Passing,
): void {
  if (topic !== 'typing') return;
  const typing = all.get(conversation) ?? new Map<string, Typing>();
  if (active) typing.set(`${by} ${who}`, { by, who, name, until: Date.now() + PASSING_MILLISECONDS });
  else typing.delete(`${by} ${who}`);
  // The one heard of last stands last.
  all.delete(conversation);
  if (typing.size > 0) all.set(conversation, typing);
  const [oldest] = all.keys();
  if (all.size > MOST_CONVERSATIONS && oldest !== undefined) all.delete(oldest);
}
