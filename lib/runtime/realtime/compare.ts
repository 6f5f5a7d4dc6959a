/**
 * Hints may be lost on their way between servers. For all conversations that streams of this process follow, one
 * question every few seconds finds those that have moved since, and hints at them here. The embedded database has one
 * process, where no hint is lost.
 */
import type { Database } from '@/db/client';
import { hintBus } from '../hints';

const EVERY_MILLISECONDS = 5_000;

interface Watched {
  readonly account: string;
  followers: number;
  /** Sum of the conversation's numbers when it was last looked at; unknown until then. */
  seen: number | undefined;
}

/** Compares the conversation from now on; the answer ends that. */
export function watchConversation(database: Database, account: string, conversation: string): () => void {
  if (database.kind !== 'postgres') return () => {};
  const comparing = comparingOf(database);
  comparing.add(account, conversation);
  let ended = false;
  return () => {
    if (!ended) comparing.remove(conversation);
    ended = true;
  };
}

/** Asks now, for tests that do not want to wait. */
export function compareNow(database: Database): Promise<void> {
  return comparingOf(database).compare();
}

class Comparing {
  readonly #database: Database;
  readonly #watched = new Map<string, Watched>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  add(account: string, conversation: string): void {
    const watched = this.#watched.get(conversation) ?? { account, followers: 0, seen: undefined };
    watched.followers += 1;
    this.#watched.set(conversation, watched);
    this.#timer ??= setInterval(() => {
      // A database that cannot be reached is asked again; the listener reads everything when it is back.
      this.compare().catch(() => {});
    }, EVERY_MILLISECONDS).unref();
  }

  remove(conversation: string): void {
    const watched = this.#watched.get(conversation);
    if (!watched) return;
    watched.followers -= 1;
    if (watched.followers === 0) this.#watched.delete(conversation);
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async compare(): Promise<void> {
    const asked = [...this.#watched].map(([id, { account }]) => ({ id, account }));
    const rows = await this.#database.query<{ id: string; seq: number; sum: number }>(
      `select c.id, c.message_seq as seq, c.event_seq + c.message_seq as sum
        from jsonb_to_recordset($1::text::jsonb) as w(id uuid, account uuid)
        join conversations c on c.account_id = w.account and c.id = w.id`,
      [JSON.stringify(asked)],
    );
    for (const row of rows) this.#judge(row);
  }

  #judge({ id, seq, sum }: { id: string; seq: number; sum: number }): void {
    const watched = this.#watched.get(id);
    if (!watched) return;
    const moved = watched.seen !== sum;
    watched.seen = sum;
    // Who has heard of it already reads once more and finds nothing new.
    if (moved) hintBus().emit('hint', { account: watched.account, topic: 'conversation', id, seq });
  }
}

const holder = Symbol.for('signalbox.comparing');

/** One for each database; on globalThis, since every route is a bundle of its own. */
function comparingOf(database: Database): Comparing {
  const global = globalThis as { [holder]?: WeakMap<Database, Comparing> };
  global[holder] ??= new WeakMap();
  const known = global[holder].get(database) ?? new Comparing(database);
  global[holder].set(database, known);
  return known;
}
