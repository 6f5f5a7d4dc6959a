/**
 * One process of the kill test: `child.ts <json>`. A sender keeps its place and its answers in files, so that after a
 * kill it goes on where it was last answered, and sends again what was not.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@/db/client';
import { ingest } from '../../ingest/ingest';
import { startWorker } from '../../worker/worker';
import { batchOf, type Workload } from './workload';

export interface ChildOptions {
  readonly role: 'sender' | 'worker' | 'both';
  readonly url?: string;
  readonly dataDir?: string;
  readonly accountId: string;
  readonly workload: Workload;
  readonly occurredAt: string;
  readonly reversed: boolean;
  /** Prefix of this process's files. */
  readonly files: string;
}

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const database = await openDatabase({ url: options.url, dataDir: options.dataDir, connections: 4 });
const complain = (error: unknown) =>
  console.error(error instanceof Error ? `${error.name} ${error.message}` : 'unknown');
if (options.role !== 'sender') startWorker(database, { onError: complain });
if (options.role !== 'worker') await sendAll(database);
if (options.role === 'both') await settle(database);

async function sendAll(database: Database): Promise<void> {
  const { workload, accountId, occurredAt, reversed, files } = options;
  const place = `${files}.place`;
  for (let next = existsSync(place) ? Number(readFileSync(place, 'utf8')) : 0; next < workload.batches; next++) {
    const batch = reversed ? workload.batches - 1 - next : next;
    const results = await untilAnswered(() => ingest(database, accountId, batchOf(workload, batch, occurredAt)));
    appendFileSync(`${files}.answers`, `${JSON.stringify({ batch, results })}\n`);
    writeFileSync(`${place}.new`, String(next + 1));
    renameSync(`${place}.new`, place);
  }
  writeFileSync(`${files}.done`, '');
}

/** The embedded database is this process's alone: only it can tell that nothing waits any more. */
async function settle(database: Database): Promise<void> {
  for (;;) {
    const open = await database.query("select 1 from firing_steps where state in ('waiting', 'pending') limit 1");
    if (open.length === 0) break;
    await sleep(100);
  }
  writeFileSync(`${options.files}.settled`, '');
}

/** A sender whose connection broke sends again, as any caller would. */
async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      complain(error);
      await sleep(100);
    }
  }
}
