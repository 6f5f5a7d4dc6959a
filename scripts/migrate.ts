/** `npm run migrate`: brings the database up to date without starting anything. */
import { closeDatabase, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { runScript } from './run-script';

await runScript(async () => {
  const { databaseUrl, dataDirectory } = prepareEnvironment();
  await migrate(await getDatabase());
  await closeDatabase();
  console.log(`The database ${databaseUrl ? 'named by DATABASE_URL' : `in ${dataDirectory}`} is up to date.`);
});
