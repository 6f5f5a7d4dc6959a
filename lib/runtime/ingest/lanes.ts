import { setImmediate } from 'node:timers/promises';
import { AppError } from '@/lib/contracts/app-error';
import type { Item, ItemResult } from './item';

/** Transactions of one account that this process runs at the same time: while one is worked out, two are with the database. */
const LANES = 3;
/** As many, while each has a full share to take: the next has been sent when the database has finished one. */
const FULL_LANES = 6;
/** Entries of one transaction. */
const BATCH = 500;
/** Entries that are worth a transaction of their own while another lane is free. */
const SHARE = 200;
/** Entries that may wait; past it callers are told to come back. */
const QUEUE = 20_000;

interface Caller {
  readonly items: readonly Item[];
  answer(results: readonly ItemResult[]): void;
  fail(error: unknown): void;
}

/**
 * Merges callers of one account that wait at the same time into one transaction: while the lanes are busy callers
 * gather, and the next free lane takes them together. Each caller's entries stay together and in order.
 */
export class Lanes {
  readonly #run: (items: readonly Item[]) => Promise<ItemResult[]>;
  readonly #callers: Caller[] = [];
  readonly #running = new Set<Promise<void>>();
  #waiting = 0;
  /** Lanes that have begun and taken nobody yet. */
  #empty = 0;
  readonly #lanes: number;
  readonly #fullLanes: number;

  constructor(run: (items: readonly Item[]) => Promise<ItemResult[]>, lanes = LANES, fullLanes = FULL_LANES) {
    this.#run = run;
    this.#lanes = lanes;
    this.#fullLanes = fullLanes;
  }

  /** @throws AppError `too_busy` when too many entries are waiting */
  submit(items: readonly Item[]): Promise<readonly ItemResult[]> {
    if (this.#waiting + items.length > QUEUE) throw new AppError('too_busy', {}, { retryAfter: 2 });
    return new Promise((answer, fail) => {
      this.#callers.push({ items, answer, fail });
      this.#waiting += items.length;
      this.#fill();
    });
  }

  /** Resolves when everything accepted so far is answered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  #fill(): void {
    while (this.#callers.length > 0 && this.#isFree()) {
      const lane = this.#work().finally(() => {
        this.#running.delete(lane);
        this.#fill();
      });
      this.#running.add(lane);
    }
  }

  /** Small transactions are kept few, so that callers gather. */
  #isFree(): boolean {
    const running = this.#running.size;
    return running < this.#lanes || (running < this.#fullLanes && this.#waiting >= SHARE * (this.#empty + 1));
  }

  /** What waits is shared between the lanes that are free: the database writes for one while this process works for the other. */
  #take(): Caller[] {
    const share = Math.max(SHARE, Math.ceil(this.#waiting / this.#empty));
    this.#empty -= 1;
    let size = 0;
    let count = 0;
    for (const { items } of this.#callers) {
      if (count > 0 && size + items.length > Math.min(share, BATCH)) break;
      size += items.length;
      count += 1;
    }
    this.#waiting -= size;
    return this.#callers.splice(0, count);
  }

  /**
   * One transaction for everybody who waits after a turn of the event loop. The turn matters: the embedded database
   * answers without one, so that requests which have arrived would each come too late for the other's transaction.
   */
  async #work(): Promise<void> {
    this.#empty += 1;
    await setImmediate();
    const callers = this.#take();
    if (callers.length === 0) return;
    try {
      const results = await this.#run(callers.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, answer } of callers) {
        answer(results.slice(from, from + items.length));
        from += items.length;
      }
    } catch (error) {
      for (const { fail } of callers) fail(error);
    }
  }
}
