import type { Database } from '@/db/client';

/** Events after which statistics are gathered; then after ten times as many, and so on. */
const FIRST = 500;
const TABLES = 'customers, conversations, event_keys, events, messages, firings, firing_steps, once_marks';

/**
 * Has the database look again at tables that have grown tenfold. By itself it does so within a minute (the embedded one
 * does not), and a planner that takes a table for empty reads all of an account to find one row of it: the first
 * twenty thousand events would become four times as slow as the next.
 */
export class Statistics {
  readonly #database: Database;
  #events = 0;
  #next = FIRST;
  #gathering: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** To be told after each commit. Waits for nothing. */
  grew(events: number): void {
    this.#events += events;
    if (this.#events < this.#next || this.#gathering) return;
    this.#next = this.#events * 10;
    this.#gathering = this.#gather().finally(() => {
      this.#gathering = undefined;
    });
  }

  /** Resolves when nothing is being gathered. */
  async idle(): Promise<void> {
    await this.#gathering;
  }

  /** Unless the database knows of as many already. A failure costs time only: it is away, which others notice and say. */
  async #gather(): Promise<void> {
    try {
      const [events] = await this.#database.query(`select reltuples from pg_class where oid = 'events'::regclass`);
      if (Number(events?.reltuples) < this.#events) await this.#database.query(`analyze ${TABLES}`);
    } catch {}
  }
}
