import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { hintBus } from '../hints';
import type { Repeated } from './repeat';
import { runDue } from './run-due';

/** A worker looks this often: no wait is shorter, so that one begun by another process is seen before it is due. */
const POLL_MILLISECONDS = 1_000;
/** When everything due is held by others. */
const CONTENDED_MILLISECONDS = 50;

export interface LoopOptions {
  readonly clock?: Clock;
  readonly onError?: (error: unknown) => void;
}

/**
 * Works off due waits until stopped. Any number of workers may run. Hints of other processes wake none: there is one for
 * every message, and looking for waits each time costs more than it saves.
 */
export function startWaits(database: Database, { clock, onError = () => {} }: LoopOptions = {}): Repeated {
  let stopped = false;
  let wake = () => {};
  const onDue = (due: Date) => {
    const delay = due.getTime() - Date.now();
    if (delay < POLL_MILLISECONDS) setTimeout(() => wake(), Math.max(0, delay)).unref();
  };
  hintBus().on('due', onDue);
  const sleep = (milliseconds: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const loop = async () => {
    while (!stopped) {
      try {
        const { handled, found } = await runDue(database, clock);
        if (handled > 0) continue;
        await sleep(found > 0 ? CONTENDED_MILLISECONDS : await untilNext(database));
      } catch (error) {
        onError(error);
        await sleep(POLL_MILLISECONDS);
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      hintBus().off('due', onDue);
      wake();
      await running;
    },
  };
}

/** Milliseconds until the next wait is due, at most one poll. */
async function untilNext(database: Database): Promise<number> {
  const [row] = await database.query<{ wait: number | null }>(
    `select extract(epoch from min(due_at) - clock_timestamp())::float8 * 1000 as wait from firing_steps where state = 'waiting'`,
  );
  return Math.min(POLL_MILLISECONDS, Math.max(1, Math.ceil(row?.wait ?? POLL_MILLISECONDS)));
}

/** Waits that should have gone on more than a minute ago: something is wrong with the workers. */
export async function overdueWaits(database: Database, accountId: string | null = null): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from firing_steps where state = 'waiting' and due_at < clock_timestamp() - interval '60 seconds'
      and ($1::uuid is null or account_id = $1)`,
    [accountId],
  );
  return row?.count ?? 0;
}
