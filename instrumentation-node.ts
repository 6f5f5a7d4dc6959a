import { channel } from 'node:diagnostics_channel';
import { closeDatabase, type Database, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { markClientAddresses } from '@/lib/http/client-address';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { atShutdown, shutDown } from '@/lib/shutdown';
import { startBackground } from './instrumentation-runtime';

/** Makes this process ready to answer. An error that left here would leave a server that answers 500 to everything. */
export async function startProcess(): Promise<void> {
  try {
    const { trustedProxies, worker, databaseUrl } = prepareEnvironment();
    markClientAddresses(trustedProxies);
    const database = await openMigrated(databaseUrl);
    await startBackground(database, worker);
    // The server waits for this before it answers.
    channel('signalbox:started').publish(undefined);
  } catch (error) {
    console.error(`Signalbox cannot start.\n${error instanceof Error ? error.message : 'Unknown error'}`);
    await shutDown();
    process.exit(1);
  }
}

async function openMigrated(databaseUrl: string | undefined): Promise<Database> {
  try {
    const database = await getDatabase();
    atShutdown('the database', closeDatabase);
    await migrate(database);
    return database;
  } catch (error) {
    if (!databaseUrl) throw error;
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new Error(`The database named by DATABASE_URL cannot be used: ${reason}`);
  }
}
