/** A look for tickets whose time has come, by how many are open and not due; writes docs/performance.md. */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { addRules } from '@/lib/runtime/testing/add-rule';
import { runDueMoments } from '@/lib/runtime/workflows/due-moments';
import { makeAccount } from '@/lib/testing/factories';
import { startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { writeSection } from './section';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10000,100000,1000000' },
    workflows: { type: 'string', default: '100' },
    looks: { type: 'string', default: '51' },
    due: { type: 'string', default: '1000' },
  },
});
const workflows = Number(values.workflows);
const looks = Number(values.looks);
const due = Number(values.due);

const rows: string[] = [];
for (const tickets of values.tickets.split(',').map(Number)) rows.push(await measure(tickets));
const head = `| open tickets | a look, nothing due | reading every open ticket | ${due.toLocaleString('en')} due, each |`;
const table = [head, '|--:|--:|--:|--:|', ...rows].join('\n');
const told = `${table}\n\nMilliseconds; medians of ${looks} looks in a row, and one run through the tickets that are due. ${workflows} workflows; PostgreSQL, load ${loadavg()[0]?.toFixed(1)} after the run.`;
console.log(told);
writeSection(
  'due',
  '## Time conditions\n\n`npm run bench -- due` fills an account with open tickets: half of them too young for every workflow, half so old that their moments are over. A look probes one window for each workflow; beside it stands the least that a look without windows would do, reading the two moments of every open ticket. Then tickets come due for one workflow, and go through ingest with their firing and tag.',
  told,
);

async function measure(tickets: number): Promise<string> {
  const cluster = await startPostgresCluster();
  const database = await openDatabase({ url: cluster.url, connections: 4 });
  try {
    await migrate(database);
    const { accountId } = await makeAccount(database);
    const ids = await addRules(
      database,
      accountId,
      Array.from({ length: workflows }, (_, index) => workflow(index)),
    );
    await fill(database, accountId, tickets);
    await runDueMoments(database);
    const empty = await median(() => runDueMoments(database), 0);
    const polling = await median(() => readAll(database, accountId));
    await comeDue(database, accountId, ids[0] ?? '');
    const [before, start] = [await tagged(database), performance.now()];
    let found = 0;
    for (let more = 1; more > 0; found += more) more = await runDueMoments(database);
    const each = (performance.now() - start) / due;
    const done = (await tagged(database)) - before;
    if (found !== due || done !== due) throw new Error(`${due} tickets were due, ${found} found and ${done} tagged`);
    console.error(
      `${tickets} tickets: ${empty.toFixed(2)} ms, polling ${polling.toFixed(1)} ms, due ${each.toFixed(2)} ms`,
    );
    return `| ${tickets.toLocaleString('en')} | ${empty.toFixed(1)} | ${polling.toFixed(1)} | ${each.toFixed(2)} |`;
  } finally {
    await database.close();
    await cluster.stop();
  }
}

/** From a day to 26 days, on both moments. */
function workflow(index: number) {
  const field = index % 2 === 0 ? 'ticket_created' : 'last_customer_reply';
  const value = { amount: 24 + index * 6, unit: 'hours' };
  return {
    family: 'workflow' as const,
    position: index,
    when: { all: [{ field, operator: 'more_than', value }] },
    do: [{ action: 'add_tag', tag: `late-${index}` }],
  };
}

/** Half younger than a day, half older than a month: nothing comes due while the bench runs. */
async function fill(database: Database, accountId: string, tickets: number): Promise<void> {
  await database.query(
    `insert into customers (account_id, id, ext_id, name)
      select $1, md5('u' || n)::uuid, 'u-' || n, 'Customer ' || n from generate_series(0, 9999) n`,
    [accountId],
  );
  // In parts: one statement may take 15 s.
  const part = 50_000;
  for (let from = 1; from <= tickets; from += part) {
    await database.query(
      `insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, group_key, phase, number,
          status, class, ticket_created_at, created_at, last_customer_reply_at, last_activity_at)
        select $1, md5('c' || n)::uuid, 'c-' || n, md5('u' || n % 10000)::uuid, 'api', 'main', 'support', 'active', n,
          'open', 'open', t, t, t, t
        from (select n, now() - case when n % 2 = 0 then interval '23 hours' * random()
            else interval '40 days' + interval '60 days' * random() end as t
          from generate_series($2::int, $3::int) n) x`,
      [accountId, from, Math.min(tickets, from + part - 1)],
    );
  }
  await database.query('analyze');
}

/** The least that a look without windows would do: the two moments of every open ticket. */
function readAll(database: Database, accountId: string): Promise<unknown> {
  return database.query(
    `select count(*) filter (where extract(epoch from now() - ticket_created_at) > 86400) as created,
        count(*) filter (where extract(epoch from now() - last_customer_reply_at) > 86400) as replied
      from conversations where account_id = $1 and class = 'open'`,
    [accountId],
  );
}

/** Moves tickets to the moment of the first workflow, a little after it was activated. */
async function comeDue(database: Database, accountId: string, workflowId: string): Promise<void> {
  await database.query(
    `update conversations c set ticket_created_at = t.at from
      (select at + interval '1 millisecond' as at from time_cursors where account_id = $1 and workflow_id = $2) t
      where c.account_id = $1 and c.number % 2 = 0 and c.number <= $3`,
    [accountId, workflowId, due * 2],
  );
  // A window looks at what is behind it by its own minute: until then the moment has passed.
  await new Promise((passed) => setTimeout(passed, 1_000));
}

async function tagged(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    "select count(*)::int as count from conversations where 'late-0' = any (tags)",
  );
  return row?.count ?? 0;
}

/** Milliseconds. @param expected what each call must answer, when that is known */
async function median(work: () => Promise<unknown>, expected?: unknown): Promise<number> {
  const taken: number[] = [];
  for (let look = 0; look < looks; look++) {
    const start = performance.now();
    const answer = await work();
    taken.push(performance.now() - start);
    if (expected !== undefined && answer !== expected) throw new Error(`A look found ${String(answer)}`);
  }
  return taken.sort((a, b) => a - b)[looks >> 1] ?? 0;
}
