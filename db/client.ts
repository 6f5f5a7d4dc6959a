import type { Database } from './database';
import { type EmbeddedOptions, openEmbedded } from './pglite-driver';
import { openServer, type ServerOptions } from './postgres-driver';
import { wrapDriver } from './wrap-driver';

export type { Database, Drizzle, Queries, Row, Statement } from './database';
export { DatabaseError, isRetryable } from './database-error';
export { withRetry } from './retry';

export type OpenOptions = EmbeddedOptions & Partial<ServerOptions>;

/**
 * Opens PostgreSQL when a `url` is given, else the embedded database in `dataDir` (or in memory).
 * Applies no migrations. Throws DataDirectoryInUse when another process has the embedded one open.
 */
export async function openDatabase({ url, ...options }: OpenOptions): Promise<Database> {
  return wrapDriver(url ? openServer({ url, ...options }) : await openEmbedded(options));
}

const singleton = Symbol.for('signalbox.database');

/**
 * The database of this process, from `DATABASE_URL` or `SIGNALBOX_DATA_DIR`; opened at the first
 * call. Kept on globalThis, since pages, routes and instrumentation are bundled separately.
 */
export function getDatabase(): Promise<Database> {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error('The database is not available while the application is being built');
  }
  const holder = globalThis as { [singleton]?: Promise<Database> };
  holder[singleton] ??= openDatabase({
    url: process.env.DATABASE_URL || undefined,
    dataDir: process.env.SIGNALBOX_DATA_DIR || undefined,
  }).catch((error: unknown) => {
    // The next call tries again.
    holder[singleton] = undefined;
    throw error;
  });
  return holder[singleton];
}

/** Closes the process's database, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const holder = globalThis as { [singleton]?: Promise<Database> };
  const opened = holder[singleton];
  holder[singleton] = undefined;
  await (await opened)?.close();
}
