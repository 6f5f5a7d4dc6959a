/** Memory of a process that takes a million events on PostgreSQL; writes docs/performance.md. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { drainIngest, ingest } from '@/lib/runtime/ingest/ingest';
import { addRules } from '@/lib/runtime/testing/add-rule';
import { makeAccount } from '@/lib/testing/factories';
import { startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { rate } from './ingest/measure';
import { benchRules, eventsFrom } from './ingest/workload';
import { writeSection } from './section';

const WHOLE = '1000000';
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: WHOLE },
    rules: { type: 'string', default: '100' },
    looks: { type: 'string', default: '10' },
  },
});
const [events, rules, looks] = [Number(values.events), Number(values.rules), Number(values.looks)];
const BATCH = 200;
const CALLERS = 4;
/** More than a process remembers. */
const CONVERSATIONS = 30_000;

const INTRODUCTION = `## Memory

\`npm run bench -- memory\` sends a million events through \`ingest()\` into PostgreSQL, in ${CONVERSATIONS.toLocaleString('en')} conversations (a process remembers at most 20,000 of an account), and looks at what the process holds after every tenth of them.`;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const cluster = await startPostgresCluster();
try {
  const database = await openDatabase({ url: cluster.url, connections: 8 });
  await migrate(database);
  const told = await measure(database);
  await database.close();
  console.log(told);
  if (values.events === WHOLE) writeSection('memory', INTRODUCTION, told);
} finally {
  await cluster.stop();
}

async function measure(database: Database): Promise<string> {
  const { accountId } = await makeAccount(database, { settings: { automatedMessagesPerMinute: 1_000_000 } });
  await addRules(database, accountId, benchRules(rules));
  const rows: string[] = [];
  const part = Math.ceil(events / looks);
  for (let from = 0; from < events; from += part) {
    const count = Math.min(part, events - from);
    // Batches are made as they are sent: what is waiting here is not what the process holds.
    const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) => from + index * BATCH);
    const perSecond = await rate(count, CALLERS, starts, async (start) => {
      const batch = eventsFrom(start, Math.min(BATCH, from + count - start), 'm', CONVERSATIONS);
      const { results } = await ingest(database, accountId, batch);
      if (results.some(({ status }) => status !== 'accepted')) throw new Error('An event was not accepted');
    });
    await drainIngest(database);
    rows.push(rowOf(from + count, perSecond));
    console.error(rows.at(-1));
  }
  const [stored] = await database.query<{ count: number }>(
    'select count(*)::int as count from events where ext_id is not null',
  );
  if (stored?.count !== events) throw new Error(`${stored?.count} of ${events} events are stored`);
  const head = '| events so far | JavaScript’s heap | buffers | whole process | events a second |';
  return `${[head, '|--:|--:|--:|--:|--:|', ...rows].join('\n')}\n\nMB after a collection of garbage; ${rules} rules, 0.9 firings per event, ${CALLERS} callers with batches of ${BATCH}; ${availableParallelism()} cores, Node ${process.versions.node}.`;
}

function rowOf(count: number, perSecond: number): string {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  const cells = [
    count.toLocaleString('en'),
    ...[heapUsed, external, rss].map(megabytes),
    Math.round(perSecond).toLocaleString('en'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
