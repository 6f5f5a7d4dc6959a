/**
 * Fills an empty database with demo data. Alone it serves the journeys, which bring workflows and proactive messages of
 * their own, and with `--rules` the screenshots.
 */
import { closeDatabase, type Database, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed/demo';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { tellDemoStory } from './demo-story';
import { runScript } from './run-script';

/** Migrates and fills the process's database, then closes it. Answers whether demo data were made now. */
export async function prepareDemoData(withRules = true): Promise<boolean> {
  const database = await getDatabase();
  try {
    await migrate(database);
    if (!(await isEmpty(database))) return false;
    console.log('Making demo data …');
    await seedDemo(database);
    await tellDemoStory(database, withRules);
    return true;
  } finally {
    await closeDatabase();
  }
}

async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.query('select 1 from accounts limit 1');
  return rows.length === 0;
}

if (import.meta.main) {
  await runScript(async () => {
    prepareEnvironment();
    await prepareDemoData(process.argv.includes('--rules'));
  });
}
