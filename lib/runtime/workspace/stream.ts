import type { Database } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { WorkspaceEvent } from '@/lib/contracts/workspace';
import { permit } from '@/lib/services/permit';
import { countWorkspace } from '@/lib/services/workspace/counts';
import { type FeedEvent, feedOf } from './feed';
import { Inbox } from './inbox';
import { movesCounts, viewOf } from './view-of-feed';

const MOST_WAITING = 500;
const PING_MILLISECONDS = 15_000;
/** Counts are read at most so often for each stream. */
const COUNT_MILLISECONDS = 400;

export interface Streaming {
  readonly db: Database;
  readonly actor: Actor;
  readonly signal: AbortSignal;
  /** Reads the actor anew: groups and role may change, sessions end. @throws AppError when it may no longer listen */
  readonly refresh: () => Promise<Actor>;
  readonly pingMilliseconds?: number;
}

/**
 * What changes for one agent, as it is committed on any server: `hello` with the counts first, then every change of a
 * conversation that the agent may see.
 */
export async function* streamWorkspace(streaming: Streaming): AsyncGenerator<WorkspaceEvent, void, undefined> {
  const { db, signal, refresh, pingMilliseconds = PING_MILLISECONDS } = streaming;
  let { actor } = streaming;
  permit(actor, 'conversations.read');
  const feed = feedOf(db, actor.accountId);
  const inbox = new Inbox<FeedEvent>(MOST_WAITING);
  const unsubscribe = feed.subscribe((event) => inbox.put(event));
  const counting = new Counting(db);
  /** Of mine, those known to have something unread, or nothing. */
  const unread = new Map<string, boolean>();
  try {
    await Promise.race([feed.ready, aborted(signal)]);
    if (signal.aborted) return;
    yield await counting.hello(actor);
    let pingAt = Date.now() + pingMilliseconds;
    while (!signal.aborted) {
      const event = await inbox.next(Math.min(pingAt, counting.due) - Date.now(), signal);
      if (event === 'missed') yield await counting.hello(actor);
      else if (event) {
        if (movesCounts(actor, event, unread)) counting.ask();
        yield* viewOf(actor, event);
      }
      const counts = await counting.changed(actor);
      if (counts) yield counts;
      if (Date.now() < pingAt || signal.aborted) continue;
      const before = actor;
      actor = await refresh();
      if (!seesTheSame(before, actor)) yield await counting.hello(actor);
      // Time alone may have moved what is counted.
      counting.ask();
      yield { type: 'ping', now: new Date().toISOString() };
      pingAt = Date.now() + pingMilliseconds;
    }
  } finally {
    unsubscribe();
  }
}

/** The counts of one stream, read when they may have changed, told when they have. */
class Counting {
  readonly #db: Database;
  #told = '';
  #wanted = false;
  #readAt = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  ask(): void {
    this.#wanted = true;
  }

  /** When they are to be read. */
  get due(): number {
    return this.#wanted ? this.#readAt + COUNT_MILLISECONDS : Number.POSITIVE_INFINITY;
  }

  async hello(actor: Actor): Promise<WorkspaceEvent> {
    const counts = await this.#read(actor);
    return { type: 'hello', counts, now: new Date().toISOString() };
  }

  async changed(actor: Actor): Promise<WorkspaceEvent | undefined> {
    if (Date.now() < this.due) return undefined;
    const before = this.#told;
    const counts = await this.#read(actor);
    return before === this.#told ? undefined : { type: 'counts', counts };
  }

  async #read(actor: Actor) {
    this.#wanted = false;
    this.#readAt = Date.now();
    const counts = await countWorkspace({ db: this.#db, actor });
    this.#told = JSON.stringify(counts);
    return counts;
  }
}

function seesTheSame(a: Actor, b: Actor): boolean {
  return a.role === b.role && a.agent?.key === b.agent?.key && a.groups.join() === b.groups.join();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
