import type { Database } from '@/db/client';
import { log } from '@/lib/http/log';
import { startWorker } from '@/lib/runtime/worker/worker';
import { atShutdown } from '@/lib/shutdown';

/** Starts what works in the background of this process; the end of the process stops it before the database closes. */
export async function startRuntime(database: Database): Promise<void> {
  const worker = startWorker(database, {
    onError: (error) => log.error({ reason: error instanceof Error ? error.message : 'unknown error' }, 'worker'),
  });
  atShutdown('the worker', () => worker.stop());
}
