import type { Row, Statement } from './database';

/** One connection or pool, before guard, error mapping and Drizzle are put around it. */
export interface Runner {
  rows(sql: string, params: readonly unknown[]): Promise<Row[]>;
  /** Rows as arrays of values, in the order of the columns. */
  values(sql: string, params: readonly unknown[]): Promise<unknown[][]>;
  pipeline(statements: readonly Statement[]): Promise<Row[][]>;
}

export interface Driver extends Runner {
  readonly kind: 'pglite' | 'postgres';
  transaction<T>(fn: (runner: Runner) => Promise<T>): Promise<T>;
  listen(channel: string, fn: (payload: string) => void, onReconnect: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Settings of every connection; milliseconds. PGlite accepts and ignores the time-outs. */
export const connectionSettings: Record<string, string | number> = {
  jit: 'off',
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  statement_timeout: 15_000,
};
