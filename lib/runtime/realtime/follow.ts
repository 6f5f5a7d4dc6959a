import type { Database } from '@/db/client';
import { type Hint, hintBus } from '../hints';
import { listenToOthers } from './listen-to-others';
import { type Passing, passingBus } from './passing';

/** Without any hint committed state is read this often, give or take a fifth. */
const COMPARE_MILLISECONDS = 5_000;
/** Of what passes, a reader that does not keep up loses the oldest. */
const MOST_PASSING = 50;

export interface Following<Event> {
  readonly database: Database;
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Whether a hint is about what is read here. */
  concerns(hint: Hint): boolean;
  /**
   * Reads what has been committed since the last time, by number; remembers itself how far it has come. Called at
   * once, after hints, and every few seconds, so a lost hint only delays. Its error ends the following.
   */
  read(): Promise<readonly Event[]>;
  /** What somebody who types or looks means here. */
  passing?(passing: Passing): Event | undefined;
  /** Without any hint it is read this often, give or take a fifth; asked before every pause. */
  readonly compareMilliseconds?: number | (() => number);
  /** At least so long between two reads, however many hints come; for readers of a whole account. */
  readonly restMilliseconds?: number;
}

/**
 * Committed changes as they happen, on any server, each exactly once as long as `read` counts by number. Pulled: while
 * the consumer is slow nothing is read, and hints melt together.
 */
export async function* follow<Event>(following: Following<Event>): AsyncGenerator<Event, void, undefined> {
  const { database, signal, read, restMilliseconds = 0 } = following;
  const hints = new Attention(following);
  listenToOthers(database);
  try {
    let rested = 0;
    while (!signal.aborted) {
      const passing = hints.passing.shift();
      if (passing !== undefined) yield passing;
      else if (hints.dirty && Date.now() >= rested) {
        hints.dirty = false;
        yield* await read();
        rested = Date.now() + restMilliseconds;
      } else await hints.pause(hints.dirty ? rested - Date.now() : undefined);
    }
  } finally {
    hints.stop();
  }
}

/** What a following has heard and not yet answered. */
class Attention<Event> {
  dirty = true;
  readonly passing: Event[] = [];
  readonly #following: Following<Event>;
  #wake = () => {};

  constructor(following: Following<Event>) {
    this.#following = following;
    hintBus().on('hint', this.#onHint);
    hintBus().on('missed', this.#onMissed);
    if (following.passing) passingBus().on('passing', this.#onPassing);
    following.signal.addEventListener('abort', this.#onAbort);
  }

  /** Until something is heard, the time has come to compare, or `milliseconds` are over. */
  pause(milliseconds?: number): Promise<void> {
    const { compareMilliseconds: given = COMPARE_MILLISECONDS } = this.#following;
    const compare = (typeof given === 'number' ? given : given()) * (0.8 + Math.random() * 0.4);
    return new Promise<void>((done) => {
      const timer = setTimeout(() => {
        this.dirty = true;
        done();
      }, milliseconds ?? compare);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
      // What was heard while nobody waited.
      if (this.#following.signal.aborted || this.passing.length > 0 || (this.dirty && milliseconds === undefined)) {
        this.#wake();
      }
    });
  }

  stop(): void {
    hintBus().off('hint', this.#onHint);
    hintBus().off('missed', this.#onMissed);
    passingBus().off('passing', this.#onPassing);
    this.#following.signal.removeEventListener('abort', this.#onAbort);
    this.#wake();
  }

  readonly #onHint = (hint: Hint) => {
    if (this.#following.concerns(hint)) this.#onMissed();
  };

  readonly #onMissed = () => {
    // While resting, the pause goes on: its end reads.
    const resting = this.dirty;
    this.dirty = true;
    if (!resting) this.#wake();
  };

  readonly #onPassing = (passing: Passing) => {
    const event = this.#following.passing?.(passing);
    if (event === undefined) return;
    if (this.passing.length >= MOST_PASSING) this.passing.shift();
    this.passing.push(event);
    this.#wake();
  };

  readonly #onAbort = () => this.#wake();
}
