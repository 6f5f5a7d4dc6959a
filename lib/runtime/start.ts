import { type Database, getDatabase } from '@/db/client';
import { atShutdown } from '@/lib/shutdown';
import { drainIngest } from './ingest/ingest';
import { startWorker, type WorkerOptions } from './worker/worker';

export interface RuntimeOptions extends WorkerOptions {
  /** Works off waits and deliveries in this process too; default true. */
  readonly worker?: boolean;
  readonly database?: Database;
}

export interface Runtime {
  /** Finishes what was accepted and taken, then stops. */
  stop(): Promise<void>;
}

const running = Symbol.for('signalbox.runtime');

/** Starts what works in the background of this process, once; it stops with the process (`lib/shutdown`). */
export function startRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const holder = globalThis as { [running]?: Promise<Runtime> };
  holder[running] ??= start(options).then((runtime) => {
    const stop = async () => {
      holder[running] = undefined;
      await runtime.stop();
    };
    atShutdown('the runtime', stop);
    return { stop };
  });
  return holder[running];
}

async function start({ worker = true, database: given, ...options }: RuntimeOptions): Promise<Runtime> {
  const database = given ?? (await getDatabase());
  return worker ? startWorker(database, options) : { stop: () => drainIngest(database) };
}
