/** The list of triggers: 10,000 of one account among 100,000 rules; server time of searching and sorting, and the plans. */

import { createAccount } from '@/db/account-defaults';
import type { Database } from '@/db/client';
import { openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { systemActor } from '@/lib/auth/actor';
import type { TriggerQuery } from '@/lib/contracts/trigger';
import { listStatements } from '@/lib/services/rules/list-statements';
import { listTriggers } from '@/lib/services/triggers/verbs';
import { findPrograms, startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { writeSection } from './section';

const OWN = 10_000;
const OTHERS = 90_000;
const ROUNDS = 40;

const INTRODUCTION = `## The list of triggers

\`npm run bench -- list\`: 10,000 triggers of one account among 100,000 of ten; the time the server takes for one page of 50, with counts and figures of seven days, over ${ROUNDS} rounds, and the indexes that the page's plan reads.`;

const QUERIES: [string, Partial<TriggerQuery>][] = [
  ['first page, by status', {}],
  ['by name, page 100', { sort: 'name', page: 100 }],
  ['by last change', { sort: 'changed' }],
  ['by times fired', { sort: 'fired' }],
  ['search, one word', { search: 'refund' }],
  ['search, two letters', { search: 're' }],
  ['search, nothing found', { search: 'no such words' }],
  ['active ones, searched', { search: 'order', status: 'active' }],
];

const tables: string[] = [];
if (findPrograms()) {
  const cluster = await startPostgresCluster();
  try {
    await measure('PostgreSQL', await openDatabase({ url: cluster.url, connections: 4 }));
  } finally {
    await cluster.stop();
  }
} else console.log('PostgreSQL is not installed: PGlite alone.');
await measure('PGlite', await openDatabase({ memory: true }));
writeSection('list', INTRODUCTION, tables.join('\n\n'));

async function measure(name: string, database: Database): Promise<void> {
  try {
    await migrate(database);
    const accountId = await fill(database);
    const context = { db: database, actor: systemActor(accountId) };
    const rows = [`| ${name}, milliseconds | p50 | p95 | reads by |`, '|---|---:|---:|---|'];
    for (const [label, given] of QUERIES) {
      const query: TriggerQuery = { page: 1, pageSize: 50, ...given };
      const times = await timesOf(() => listTriggers(context, query));
      rows.push(
        `| ${label} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${await indexesOf(database, accountId, query)} |`,
      );
    }
    console.log(`\n${rows.join('\n')}`);
    tables.push(rows.join('\n'));
  } finally {
    await database.close();
  }
}

async function fill(database: Database): Promise<string> {
  const accounts: string[] = [];
  for (let index = 0; index < 10; index++) {
    const { accountId } = await createAccount(database, { key: `shop-${index}`, name: `Shop ${index}` });
    accounts.push(accountId);
  }
  const words = [
    'refund',
    'order',
    'delivery',
    'greeting',
    'battery',
    'invoice',
    'return',
    'pedals',
    'queue',
    'evening',
  ];
  for (const [index, accountId] of accounts.entries()) {
    const count = index === 0 ? OWN : OTHERS / 9;
    await database.query(
      `insert into rules (account_id, id, family, name, description, active, body, search, changed_in, updated_at)
        select $1, gen_random_uuid(), 'trigger', n, d, i % 3 = 0, '{"on":"message_sent","when":{"all":[]},"do":[]}', lower(n || chr(10) || d), 1, now() - make_interval(mins => i)
        from generate_series(1, $2::int) i, lateral (select (($3::jsonb)->>(i % 10)) || ' rule ' || i as n, 'Answers about ' || (($3::jsonb)->>((i / 10) % 10)) as d) t`,
      [accountId, count, JSON.stringify(words)],
    );
  }
  await database.query(
    `insert into rule_days (account_id, rule_id, day, fired) select account_id, id, current_date - (random() * 6)::int, (random() * 50)::int from rules where random() < 0.3 on conflict do nothing`,
  );
  await database.query('vacuum (analyze) rules');
  await database.query('vacuum (analyze) rule_days');
  return accounts[0] ?? '';
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function at(times: readonly number[], share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
}

/** Names of the indexes that the page's plan reads. */
async function indexesOf(database: Database, accountId: string, query: TriggerQuery): Promise<string> {
  const { page } = listStatements(accountId, 'trigger', query);
  const plan = await database.query<{ 'QUERY PLAN': string }>(`explain ${page.sql}`, page.params);
  const lines = plan.map((row) => row['QUERY PLAN']);
  const found = lines.flatMap(
    (line) =>
      /(Index Only Scan|Index Scan|Bitmap Index Scan|Seq Scan).*? (?:using |on )(\w+)/
        .exec(line)
        ?.slice(1, 3)
        .join(' ') ?? [],
  );
  return [...new Set(found)].join(', ');
}
