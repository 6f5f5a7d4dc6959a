/**
 * Fills an empty database with demo data. Alone it serves the journeys, which bring workflows and proactive messages of
 * their own; with `--rules` and two weeks of conversations before `--until` (ISO 8601) `npm run demo` and the screenshots.
 */
import { parseArgs } from 'node:util';
import { closeDatabase, type Database, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/db/seed/demo';
import { prepareEnvironment } from '@/lib/prepare-environment';
import type { Past } from './demo-history';
import { tellDemoStory } from './demo-story';
import { runScript } from './run-script';

/** Migrates the process's database and closes it. Answers whether it is empty. */
export async function prepareDatabase(): Promise<boolean> {
  const database = await getDatabase();
  try {
    await migrate(database);
    return await isEmpty(database);
  } finally {
    await closeDatabase();
  }
}

/** Migrates the process's database, fills it when it is empty, and closes it. */
async function makeDemoData(withRules: boolean, past?: Past): Promise<void> {
  const database = await getDatabase();
  try {
    await migrate(database);
    if (!(await isEmpty(database))) return;
    console.log('Making demo data …');
    await seedDemo(database);
    await tellDemoStory(database, withRules, past);
  } finally {
    await closeDatabase();
  }
}

/** The clock must have started before the story, with the process: ids rise with it, and never fall. */
function pastUntil(now: Date): Past {
  const moveClock = (to: Date) => {
    const moved = process.emit('message', { clock: to.getTime() }, undefined);
    if (!moved) throw new Error('--until needs a clock that moves: node --import ./scripts/movable-clock.ts …');
  };
  const days = 13;
  moveClock(new Date(now.getTime() - days * 86_400_000));
  return { now, days, moveClock };
}

async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.query('select 1 from accounts limit 1');
  return rows.length === 0;
}

if (import.meta.main) {
  await runScript(async () => {
    prepareEnvironment();
    const { values } = parseArgs({ options: { rules: { type: 'boolean' }, until: { type: 'string' } } });
    await makeDemoData(values.rules ?? false, values.until ? pastUntil(new Date(values.until)) : undefined);
  });
}
