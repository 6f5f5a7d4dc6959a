import { closeDatabase, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { atShutdown, shutDown } from '@/lib/shutdown';

/** Makes this process ready to answer. Without this a failing start would leave a server that answers 500 to everything. */
export async function startProcess(): Promise<void> {
  try {
    prepareEnvironment();
    const database = await getDatabase();
    atShutdown('the database', closeDatabase);
    await migrate(database);
  } catch (error) {
    console.error(`Signalbox cannot start.\n${error instanceof Error ? error.message : 'Unknown error'}`);
    await shutDown();
    process.exit(1);
  }
}
