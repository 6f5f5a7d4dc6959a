/**
 * Fills an empty database with demo data. Alone it serves the journeys, which bring workflows and proactive messages of
 * their own; with `--rules` the screenshots, which show two weeks of conversations before `--until` (ISO 8601).
 */
import { parseArgs } from 'node:util';
import { closeDatabase, type Database, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed/demo';
import { prepareEnvironment } from '@/lib/prepare-environment';
import type { MoveClock } from './demo-history';
import { tellDemoStory } from './demo-story';
import { runScript } from './run-script';

/** Migrates and fills the process's database, then closes it. Answers whether demo data were made now. */
export async function prepareDemoData(withRules = true, moveClock?: MoveClock): Promise<boolean> {
  const database = await getDatabase();
  try {
    await migrate(database);
    if (!(await isEmpty(database))) return false;
    console.log('Making demo data …');
    await seedDemo(database);
    await tellDemoStory(database, withRules, moveClock);
    return true;
  } finally {
    await closeDatabase();
  }
}

async function movableClock(): Promise<MoveClock> {
  await import('../e2e/fixtures/movable-clock');
  return (to) => void process.emit('message', { clock: to.getTime() }, undefined);
}

async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.query('select 1 from accounts limit 1');
  return rows.length === 0;
}

if (import.meta.main) {
  await runScript(async () => {
    prepareEnvironment();
    const { values } = parseArgs({ options: { rules: { type: 'boolean' }, until: { type: 'string' } } });
    const moveClock = values.until === undefined ? undefined : await movableClock();
    moveClock?.(new Date(values.until ?? ''));
    await prepareDemoData(values.rules ?? false, moveClock);
  });
}
