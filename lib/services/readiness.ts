import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@/db/client';
import { environment } from '@/lib/environment';

export type Readiness = Record<'database' | 'migrations' | 'worker', 'ok' | 'off' | 'failed' | 'pending' | 'late'>;

/** Seconds after which a due wait counts as left lying. */
const overdueAfter = 60;

/** The database answers, its schema is this version's, and waits that are due are worked off by somebody. */
export async function checkReadiness(open: () => Promise<Database>): Promise<Readiness> {
  try {
    const db = await open();
    await db.query('select 1');
    return { database: 'ok', migrations: await checkMigrations(db), worker: await checkWorker(db) };
  } catch {
    return { database: 'failed', migrations: 'pending', worker: 'off' };
  }
}

async function checkMigrations(db: Database): Promise<'ok' | 'pending'> {
  const journal: unknown = JSON.parse(
    await readFile(join(/* turbopackIgnore: true */ process.cwd(), 'db/migrations/meta/_journal.json'), 'utf8'),
  );
  const entries: unknown = typeof journal === 'object' && journal !== null && Reflect.get(journal, 'entries');
  const [row] = await db.query<{ count: number }>('select count(*)::int as count from drizzle.__drizzle_migrations');
  return Array.isArray(entries) && row && row.count >= entries.length ? 'ok' : 'pending';
}

async function checkWorker(db: Database): Promise<'ok' | 'off' | 'late'> {
  const [row] = await db.query<{ late: boolean }>(
    `select exists (select from firing_steps where state = 'waiting' and due_at < now() - make_interval(secs => $1)) as late`,
    [overdueAfter],
  );
  if (row?.late) return 'late';
  return environment().worker ? 'ok' : 'off';
}
