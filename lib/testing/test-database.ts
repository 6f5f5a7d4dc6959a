import { type Database, openDatabase } from '@/db/client';
import { embeddedTemplate } from './embedded-template';
import { createServerDatabase } from './server-template';

export type TestDatabaseKind = 'pglite' | 'postgres';

/**
 * Which database the suites of this run get: `TEST_DATABASE`, else PostgreSQL when
 * `TEST_DATABASE_URL` is given (`tsx scripts/with-postgres.ts -- vitest run …`), else the embedded one.
 */
export function testDatabaseKind(): TestDatabaseKind {
  const wanted = process.env.TEST_DATABASE;
  if (wanted === 'pglite' || wanted === 'postgres') return wanted;
  return process.env.TEST_DATABASE_URL ? 'postgres' : 'pglite';
}

export interface TestDatabase {
  database: Database;
  /** Connection string of a PostgreSQL database, for a second handle or process; undefined on PGlite. */
  url: string | undefined;
  /** Closes the database and throws its data away. */
  close(): Promise<void>;
}

/**
 * A migrated, empty database for one suite: call it in `beforeAll`, `close()` in `afterAll`.
 * @param options `empty: true` leaves the migrations to the caller
 */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  if (testDatabaseKind() === 'pglite') {
    const snapshot = empty ? undefined : await embeddedTemplate();
    const database = await openDatabase({ memory: true, snapshot });
    return { database, url: undefined, close: () => database.close() };
  }
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL: run through scripts/with-postgres.ts');
  const { url, drop } = await createServerDatabase(server, empty);
  const database = await openDatabase({ url, connections: 5, applicationName: 'signalbox-tests' });
  const close = async () => {
    await database.close();
    await drop();
  };
  return { database, url, close };
}
