/** What waits for one reader: in order, bounded; a reader that does not keep up is told that it has missed something. */
export class Inbox<T> {
  #waiting: T[] = [];
  #overflowed = false;
  #wake = () => {};
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  put(item: T): void {
    if (this.#overflowed) return;
    if (this.#waiting.length >= this.#most) {
      this.#waiting = [];
      this.#overflowed = true;
    } else this.#waiting.push(item);
    this.#wake();
  }

  /** The next one; undefined when nothing came in time or the signal ended. */
  async next(milliseconds: number, signal: AbortSignal): Promise<T | 'missed' | undefined> {
    if (this.#waiting.length === 0 && !this.#overflowed && !signal.aborted) await this.#pause(milliseconds, signal);
    if (this.#overflowed) {
      this.#overflowed = false;
      return 'missed';
    }
    return this.#waiting.shift();
  }

  #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, milliseconds));
      signal.addEventListener('abort', done, { once: true });
      this.#wake = done;
    });
  }
}
