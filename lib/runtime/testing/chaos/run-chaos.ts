/** The kill test: processes killed at random while they send and work, the database crashed, then the books examined. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Finding } from '@/db/audit/audit';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { makeAccount } from '@/lib/testing/factories';
import { startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { addRules } from '../add-rule';
import type { ChildOptions } from './child';
import { expected, rulesOf, type Workload } from './workload';

export interface ChaosOptions {
  readonly database: 'postgres' | 'pglite';
  readonly kills: number;
  /** Crashes of the database in between; PostgreSQL only. */
  readonly crashes: number;
  readonly workload: Workload;
  readonly log?: (line: string) => void;
}

export interface ChaosReport {
  readonly kills: number;
  readonly crashes: number;
  readonly findings: readonly Finding[];
  readonly expected: ReturnType<typeof expected>;
  readonly counted: ReturnType<typeof expected>;
  /** Batches whose answers the two senders had differently. */
  readonly differing: number;
  readonly compared: number;
  readonly milliseconds: number;
}

const DEADLINE = 15 * 60_000;
/** By then the tickets of the first batches have come due, and their workflow has run. */
const TIMED = 90_000;

export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-chaos-'));
  const cluster = options.database === 'postgres' ? await startPostgresCluster() : undefined;
  const connection = cluster ? { url: cluster.url } : { dataDir: join(directory, 'data') };
  try {
    const accountId = await prepare(connection, options.workload);
    const started = Date.now();
    const common = { ...connection, accountId, workload: options.workload, occurredAt: new Date().toISOString() };
    const children = rolesOf(options.database).map(
      ({ role, reversed }, index) =>
        new Child({ ...common, role, reversed, files: join(directory, `process-${index}`) }, options.log),
    );
    const isLate = () => !options.workload.timed || Date.now() - started > TIMED;
    const finish = () => children.every((child) => child.isDone) && isLate();
    let kills = 0;
    let crashes = 0;
    while (kills < options.kills && Date.now() - started < DEADLINE) {
      await sleep(300 + Math.random() * 1_200);
      const victim = children[Math.floor(Math.random() * children.length)];
      if (await victim?.kill()) kills += 1;
      if (cluster && crashes < options.crashes && kills >= ((crashes + 1) * options.kills) / (options.crashes + 1)) {
        await cluster.crash();
        crashes += 1;
        options.log?.(`database crashed (${crashes})`);
      }
      if (children.every((child) => child.isDone)) options.log?.('all batches were sent before the last kill');
      if (finish() && kills >= options.kills / 2) break;
    }
    while (!finish() && Date.now() - started < DEADLINE) await sleep(200);
    if (cluster) await settled(connection);
    else await Promise.all(children.map((child) => child.settled()));
    await Promise.all(children.map((child) => child.end()));
    const files = children.filter(({ sends }) => sends).map(({ answers }) => answers);
    return {
      kills,
      crashes,
      milliseconds: Date.now() - started,
      ...(await examine(connection, options.workload, files)),
    };
  } finally {
    await cluster?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function rolesOf(database: ChaosOptions['database']): { role: ChildOptions['role']; reversed: boolean }[] {
  if (database === 'pglite') return [{ role: 'both', reversed: false }];
  return [
    { role: 'sender', reversed: false },
    { role: 'sender', reversed: true },
    { role: 'worker', reversed: false },
    { role: 'worker', reversed: false },
  ];
}

async function prepare(connection: Connection, workload: Workload): Promise<string> {
  const database = await openDatabase(connection);
  try {
    await migrate(database);
    const { accountId } = await makeAccount(database, {
      settings: { automatedMessagesPerMinute: 1_000_000, automatedAnswersInARow: 1_000_000 },
    });
    await addRules(database, accountId, rulesOf(workload));
    return accountId;
  } finally {
    await database.close();
  }
}

interface Connection {
  readonly url?: string;
  readonly dataDir?: string;
}

/** A process that is started again whenever it was killed. */
class Child {
  readonly #options: ChildOptions;
  readonly #log: ((line: string) => void) | undefined;
  #process: ChildProcess;
  #ended = false;

  constructor(options: ChildOptions, log?: (line: string) => void) {
    this.#options = options;
    this.#log = log;
    this.#process = this.#start();
  }

  get sends(): boolean {
    return this.#options.role !== 'worker';
  }

  get isDone(): boolean {
    return !this.sends || existsSync(`${this.#options.files}.done`);
  }

  get answers(): string {
    return `${this.#options.files}.answers`;
  }

  /** Kill -9 and start again; false when there was nothing to kill. */
  async kill(): Promise<boolean> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      this.#process = this.#start();
      return false;
    }
    await this.#end();
    this.#process = this.#start();
    return true;
  }

  /** For a process that sends and works: waits until nothing waits any more, for at most two minutes. */
  async settled(): Promise<void> {
    for (const end = Date.now() + 120_000; Date.now() < end; await sleep(100)) {
      if (existsSync(`${this.#options.files}.settled`)) return;
      if (this.#process.exitCode !== null) this.#process = this.#start();
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#end();
  }

  async #end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGKILL');
    await gone;
  }

  #start(): ChildProcess {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'child.ts'), JSON.stringify(this.#options)],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } },
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      if (!this.#ended) this.#log?.(`${this.#options.role}: ${chunk.toString().trim().slice(0, 300)}`);
    });
    return child;
  }
}

/** Waits until no step waits any more, for at most 90 s. */
async function settled(connection: Connection): Promise<void> {
  const database = await openDatabase({ ...connection, connections: 1 });
  try {
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(200)) {
      const open = await database.query("select 1 from firing_steps where state in ('waiting', 'pending') limit 1");
      if (open.length === 0) return;
    }
  } finally {
    await database.close();
  }
}

async function examine(connection: Connection, workload: Workload, files: readonly string[]) {
  const database = await openDatabase(connection);
  try {
    // As the database would in a quiet moment: plans need statistics.
    await database.query('analyze');
    const findings = await audit(database);
    return { findings, expected: expected(workload), counted: await count(database), ...compareAnswers(files) };
  } finally {
    await database.close();
  }
}

async function count(database: Database): Promise<ReturnType<typeof expected>> {
  const [row] = await database.query<{ events: number; firings: number; automated: number }>(
    `select (select count(*)::int from events where type = 'message_sent') as events,
      (select count(*)::int from firings where state = 'done') as firings,
      (select count(*)::int from messages where author_kind = 'automation') as automated`,
  );
  return row ?? { events: 0, firings: 0, automated: 0 };
}

/** A process that was killed after it wrote an answer and before it noted its place has written it twice. */
function compareAnswers(files: readonly string[]): { differing: number; compared: number } {
  const seen = new Map<number, string>();
  let differing = 0;
  let compared = 0;
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const answer = readAnswer(line);
      if (!answer) continue;
      const known = seen.get(answer.batch);
      if (known !== undefined) compared += 1;
      if (known !== undefined && known !== answer.text) differing += 1;
      seen.set(answer.batch, answer.text);
    }
  }
  return { differing, compared };
}

/** The answer without its status, which differs between first and later ones; a half-written line is none. */
function readAnswer(line: string): { batch: number; text: string } | undefined {
  try {
    const { batch, results } = JSON.parse(line) as {
      batch: number;
      results: { results: { id: string; firings?: { rule: string; firing: string }[] }[] };
    };
    const same = results.results.map(({ id, firings }) => [
      id,
      (firings ?? []).map(({ rule, firing }) => [rule, firing]),
    ]);
    return { batch, text: JSON.stringify(same) };
  } catch {
    return undefined;
  }
}

/** What a report says to a reader; empty when all is well. */
export function problemsIn(report: ChaosReport): string[] {
  const { findings, expected: wanted, counted, differing } = report;
  return [
    ...findings.map(
      ({ check, count, examples }) => `${check}: ${count} (${examples[0]?.subject} ${examples[0]?.detail})`,
    ),
    ...(['events', 'firings', 'automated'] as const).flatMap((name) =>
      wanted[name] === counted[name] ? [] : [`${name}: expected ${wanted[name]}, counted ${counted[name]}`],
    ),
    ...(differing > 0 ? [`${differing} batches were answered differently`] : []),
  ];
}
