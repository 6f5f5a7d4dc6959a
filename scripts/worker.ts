/** `npm run worker`: works off waits and deliveries beside the web servers; any number may run. PostgreSQL only. */
import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { atShutdown } from '@/lib/shutdown';
import { startBackground } from '../instrumentation-runtime';
import { runScript } from './run-script';

const slice = 60_000;

await runScript(async () => {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  const { databaseUrl } = prepareEnvironment();
  if (!databaseUrl) {
    throw new Error(
      'A worker of its own needs PostgreSQL: set DATABASE_URL. With the embedded database the web server works.',
    );
  }
  const database = await getDatabase();
  atShutdown('the database', closeDatabase);
  await migrate(database);
  await startBackground(database, true);
  console.log('The worker is ready.');
  // The worker's timers do not keep the process alive by themselves.
  while (!ending.signal.aborted) await pause(slice, undefined, { signal: ending.signal }).catch(() => undefined);
});
