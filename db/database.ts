import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type * as schema from './schema';

export type Row = Record<string, unknown>;

export interface Statement {
  sql: string;
  params?: readonly unknown[];
}

/** Drizzle over the same connection; its own `transaction` throws, use `Database.transaction`. */
export type Drizzle = PgRemoteDatabase<typeof schema>;

/**
 * What runs statements: the database itself, or one transaction of it.
 *
 * Values out: timestamptz is a Date (milliseconds), date a string, int8 a number when safe and a
 * bigint otherwise, numeric a string, json parsed, bytea a Uint8Array. Values in: null, string,
 * number, bigint, boolean, Date, Uint8Array and flat arrays of those. Objects go in as JSON text:
 * `$1::text::jsonb` with JSON.stringify(value).
 *
 * Errors are DatabaseError, without parameters or values.
 */
export interface Queries {
  query<T extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Sends the statements back to back on one connection; each is its own statement and snapshot. */
  pipeline(statements: readonly Statement[]): Promise<Row[][]>;
  readonly drizzle: Drizzle;
}

export interface Database extends Queries {
  readonly kind: 'pglite' | 'postgres';
  /**
   * READ COMMITTED. Nothing but queries of `tx` may be awaited in `fn`; the outer handle throws
   * there. A failed statement fails the transaction, even when `fn` caught its error.
   */
  transaction<T>(fn: (tx: Queries) => Promise<T>): Promise<T>;
  /** `onReconnect` is called when notifications may have been missed. Answers the way to stop. */
  listen(channel: string, fn: (payload: string) => void, onReconnect?: () => void): Promise<() => Promise<void>>;
  /** Notifications may be lost in a crash. A payload has less than 8,000 bytes. */
  notify(channel: string, ...payloads: string[]): Promise<void>;
  close(): Promise<void>;
}
