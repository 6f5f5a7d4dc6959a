import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether the current flow of control stands inside a transaction. The outer handle used in
 * there would wait for ever on the embedded database (one session) and would silently run outside
 * the transaction on PostgreSQL.
 */
export class TransactionGuard {
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  /** Throws inside a transaction. */
  assertOutside(what: string): void {
    if (this.#current.getStore()?.open) {
      throw new TypeError(`${what} of the database was used inside a transaction: use the handle the transaction gave`);
    }
  }

  /** Runs `fn` as the inside of a transaction; work that outlives it counts as outside again. */
  async inside<T>(fn: (assertOpen: () => void) => Promise<T>): Promise<T> {
    const state = { open: true };
    const assertOpen = () => {
      if (!state.open) throw new TypeError('A transaction was used after it had ended');
    };
    try {
      return await this.#current.run(state, () => fn(assertOpen));
    } finally {
      state.open = false;
    }
  }
}
