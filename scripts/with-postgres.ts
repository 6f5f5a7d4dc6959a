import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import { PostgresNotInstalled, startPostgresCluster } from '../lib/testing/postgres-cluster';

/** Exit codes besides those of the command. */
const notInstalled = 77;
const notStarted = 78;

// Runs a command with TEST_DATABASE_URL of a throw-away PostgreSQL:
//   tsx scripts/with-postgres.ts -- vitest run db
// Exit code: the command's; 77 when no PostgreSQL is installed (with CI=true a failure: 1), 78 when it does not start.
async function main(): Promise<number> {
  const [program, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
  if (!program) {
    console.error('Usage: with-postgres [--] command [arguments]');
    return 2;
  }
  // From the beginning: a signal while the cluster starts must not leave it behind.
  const signals = new EventEmitter();
  let stopping: NodeJS.Signals | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping = signal;
      signals.emit('signal', signal);
    });
  }
  const cluster = await startPostgresCluster({ fsync: 'off', full_page_writes: 'off' });
  try {
    if (stopping) return 128 + constants.signals[stopping];
    return await run(program, args, cluster.url, signals);
  } finally {
    await cluster.stop();
  }
}

function run(program: string, args: string[], url: string, signals: EventEmitter): Promise<number> {
  const env = { ...process.env, TEST_DATABASE_URL: url, TEST_DATABASE: process.env.TEST_DATABASE ?? 'postgres' };
  const child = spawn(program, args, { stdio: 'inherit', env });
  // The command ends in its own way; the cluster is stopped after it.
  signals.on('signal', (signal: NodeJS.Signals) => child.kill(signal));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof PostgresNotInstalled) {
      console.error(`${error.message}: skipped.`);
      process.exitCode = process.env.CI === 'true' ? 1 : notInstalled;
    } else {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = notStarted;
    }
  },
);
