import type { Database } from '@/db/client';
import { log } from '@/lib/http/log';
import { startRuntime } from '@/lib/runtime/start';

/** Starts what works in the background of this process, with errors in its log; `lib/shutdown` stops it again. */
export async function startBackground(database: Database, worker: boolean): Promise<void> {
  await startRuntime({
    database,
    worker,
    onError: (error) => log.error({ reason: error instanceof Error ? error.message : 'unknown error' }, 'worker'),
  });
}
