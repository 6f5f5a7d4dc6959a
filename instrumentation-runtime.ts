import type { Database } from '@/db/client';
import { log } from '@/lib/http/log';
import { startRuntime } from '@/lib/runtime/start';
import { deactivateBeyondLimitsEverywhere } from '@/lib/services/rules/deactivate-beyond-limits';

/** Starts what works in the background of this process, with errors in its log; `lib/shutdown` stops it again. */
export async function startBackground(database: Database, worker: boolean): Promise<void> {
  await startRuntime({ database, worker, onError: (error) => tell(error, 'worker') });
  // Rules that an update has put beyond a limit stop firing; nobody waits for the look at all of them.
  if (worker) deactivateBeyondLimitsEverywhere(database).catch((error) => tell(error, 'limits'));
}

function tell(error: unknown, part: string): void {
  log.error({ reason: error instanceof Error ? error.message : 'unknown error' }, part);
}
