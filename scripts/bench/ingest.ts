/** Durable ingest beside the raw ceiling of the database: batches and single callers, on PostgreSQL and PGlite. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { addRules } from '@/lib/runtime/testing/add-rule';
import { makeAccount } from '@/lib/testing/factories';
import { startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { RawCeiling } from './ingest/raw-ceiling';
import { benchRules, CONVERSATIONS, eventsFrom } from './ingest/workload';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '12000' },
    rounds: { type: 'string', default: '3' },
    rules: { type: 'string', default: '0,100,10000' },
    database: { type: 'string', default: 'both' },
    singles: { type: 'string', default: '1,8,32,128' },
  },
});
const EVENTS = Number(values.events);
const ROUNDS = Number(values.rounds);
const BATCH = 200;

type Line = { database: string; rules: number; what: string; perSecond: number; raw: number; firings: number };
const lines: Line[] = [];

for (const kind of values.database === 'both' ? ['postgres', 'pglite'] : [values.database]) {
  await onDatabase(kind, async (database) => {
    for (const rules of values.rules.split(',').map(Number)) await benchRuleCount(kind, database, rules);
  });
}
print();

async function onDatabase(kind: string, run: (database: Database) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  const cluster = kind === 'postgres' ? await startPostgresCluster() : undefined;
  const database = await openDatabase(cluster ? { url: cluster.url, connections: 8 } : { dataDir: directory });
  try {
    await migrate(database);
    await run(database);
  } finally {
    await database.close();
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Rounds of raw and ingest alternate, so that both see the same machine; medians count. */
async function benchRuleCount(kind: string, database: Database, rules: number): Promise<void> {
  const { accountId } = await makeAccount(database, { settings: { automatedMessagesPerMinute: 1_000_000 } });
  await addRules(database, accountId, benchRules(rules));
  // Every conversation exists before the clock runs: the raw ceiling creates none either.
  for (let from = 0; from < CONVERSATIONS; from += BATCH)
    await ingest(database, accountId, eventsFrom(from, BATCH, 'warm'));
  const raw: number[] = [];
  const ours: number[] = [];
  let firings = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await database.query('vacuum analyze');
    const batches = Array.from({ length: EVENTS / BATCH }, (_, batch) => eventsFrom(batch * BATCH, BATCH, `i${round}`));
    firings = 0;
    ours.push(
      await rate(EVENTS, 2, batches, async (batch) => {
        const { results } = await ingest(database, accountId, batch);
        firings += results.reduce((sum, each) => sum + (each.firings?.length ?? 0), 0);
      }),
    );
    const ceiling = await RawCeiling.like(database, accountId, `i${round}-`);
    await database.query('vacuum analyze');
    raw.push(await rate(EVENTS, 2, ceiling.batches(BATCH), (batch) => ceiling.write(batch)));
  }
  const ceiling = median(raw);
  const add = (what: string, perSecond: number) =>
    lines.push({ database: kind, rules, what, perSecond, raw: ceiling, firings: firings / EVENTS });
  add('raw, batches of 200', ceiling);
  add('ingest(), batches of 200', median(ours));
  for (const callers of values.singles === '' ? [] : values.singles.split(',').map(Number)) {
    const count = Math.min(EVENTS, callers * 60);
    const events = eventsFrom(0, count, `s${callers}`).map((event) => [event]);
    add(
      `ingest(), ${callers} single callers`,
      await rate(count, callers, events, (event) => ingest(database, accountId, event)),
    );
  }
}

/** Units per second with so many callers taking from one list. */
async function rate<T>(
  units: number,
  callers: number,
  jobs: readonly T[],
  run: (job: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const caller = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await run(job);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return units / ((performance.now() - started) / 1_000);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function print(): void {
  console.log('| database | rules | what | events/s | of raw | firings per event |\n|---|---:|---|---:|---:|---:|');
  for (const { database, rules, what, perSecond, raw, firings } of lines) {
    const cells = [
      database,
      rules,
      what,
      Math.round(perSecond),
      `${Math.round((100 * perSecond) / raw)} %`,
      firings.toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
