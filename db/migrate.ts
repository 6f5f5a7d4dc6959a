import { join } from 'node:path';
import { migrate as applyPending } from 'drizzle-orm/pg-proxy/migrator';
import type { Database } from './database';

/** Any constant; held while migrating, so that two starting servers do not migrate at once. */
const migrationLock = 7_304_115;

/**
 * Brings the schema up to date in one transaction. Concurrent callers wait for each other.
 * @param folder default `db/migrations` of the working directory
 */
export async function migrate(database: Database, folder = join(process.cwd(), 'db', 'migrations')): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query('set local lock_timeout = 0');
    await tx.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const apply = async (statements: string[]) => {
      for (const statement of statements) await tx.query(statement);
    };
    await applyPending(tx.drizzle, apply, { migrationsFolder: folder });
  });
}
