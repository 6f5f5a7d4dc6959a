import type { Database } from '@/db/client';
import { getDatabase } from '@/db/client';
import { atShutdown } from '@/lib/shutdown';
import { drainIngest } from './ingest/ingest';
import { runDeliveries } from './worker/deliveries';
import { type Repeated, repeatEvery } from './worker/repeat';
import { startWorker } from './worker/worker';

export interface RuntimeOptions {
  /** Works off waits and deliveries in this process too; default true. */
  readonly worker?: boolean;
  readonly database?: Database;
  /** Never receives what a customer wrote: errors of the database carry no data. */
  readonly onError?: (error: unknown) => void;
}

export interface Runtime {
  /** Finishes what was accepted and taken, then stops. */
  stop(): Promise<void>;
}

const DELIVERIES_MILLISECONDS = 1_000;
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

async function start({ worker = true, database: given, onError = report }: RuntimeOptions): Promise<Runtime> {
  const database = given ?? (await getDatabase());
  const waits = worker ? startWorker(database, { onError }) : undefined;
  const repeated: Repeated[] = worker
    ? [repeatEvery(DELIVERIES_MILLISECONDS, () => runDeliveries(database), onError)]
    : [];
  return {
    async stop() {
      await drainIngest(database);
      await Promise.all([waits?.stop(), ...repeated.map((each) => each.stop())]);
    },
  };
}

function report(error: unknown): void {
  console.error(`The worker failed: ${error instanceof Error ? `${error.name} ${error.message}` : 'unknown error'}`);
}
