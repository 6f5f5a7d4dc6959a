import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { sweepAttachments } from '@/lib/services/attachments/sweep';
import { sweepVisitors } from '@/lib/services/widget/sweep-visitors';
import { startFetching } from '../connectors/mail/fetch-mail';
import { lanes } from '../connectors/registry';
import { drainIngest } from '../ingest/ingest';
import { runDueMoments } from '../workflows/due-moments';
import { runLane } from './deliveries';
import { rollUpRuleDays, thinOut, vacuumEmbedded } from './housekeeping';
import { repeatEvery } from './repeat';
import { runRouting } from './routing';
import { startWaits } from './wait-loop';

export { overdueWaits } from './wait-loop';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export interface WorkerOptions {
  readonly clock?: Clock;
  /** Never receives what a customer wrote: errors of the database carry no data. */
  readonly onError?: (error: unknown) => void;
}

export interface Worker {
  /** Finishes what was accepted and taken, then stops. */
  stop(): Promise<void>;
}

/** Works off waits, deliveries, routing and housekeeping until stopped. Any number of workers may run. */
export function startWorker(database: Database, { clock, onError = () => {} }: WorkerOptions = {}): Worker {
  const nothing = async (task: Promise<unknown>) => {
    await task;
    return 0;
  };
  const parts = [
    startWaits(database, { clock, onError }),
    ...lanes.map((lane) => repeatEvery(SECOND, () => runLane(database, lane, clock), onError)),
    startFetching(database, { onError }),
    repeatEvery(SECOND, () => runRouting(database, clock), onError),
    repeatEvery(5 * SECOND, () => runDueMoments(database, clock), onError),
    repeatEvery(MINUTE, () => nothing(rollUpRuleDays(database)), onError),
    repeatEvery(60 * MINUTE, () => nothing(thinOut(database)), onError),
    repeatEvery(60 * MINUTE, () => nothing(sweepAttachments(database)), onError),
    repeatEvery(60 * MINUTE, () => nothing(sweepVisitors(database)), onError),
    repeatEvery(10 * MINUTE, () => nothing(vacuumEmbedded(database)), onError),
  ];
  return {
    async stop() {
      await drainIngest(database);
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
