import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PostgresCluster {
  /** Connection string of its database `postgres`, superuser. */
  url: string;
  pid: number;
  directory: string;
  /** Kills all of it at once, as a crash of the machine would (`pg_ctl -m immediate`), and starts it again. */
  crash(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

export class PostgresNotInstalled extends Error {
  override readonly name = 'PostgresNotInstalled';
}

interface Account {
  uid: number;
  gid: number;
}

/** Starts a throw-away PostgreSQL from the installed programs. Throws PostgresNotInstalled when there are none. */
export async function startPostgresCluster(settings: Record<string, string> = {}): Promise<PostgresCluster> {
  const bin = findPrograms();
  if (!bin) throw new PostgresNotInstalled('No PostgreSQL programs (initdb, postgres) were found');
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-pg-'));
  const data = join(directory, 'data');
  mkdirSync(data, { mode: 0o700 });
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (account) for (const path of [directory, data]) chownSync(path, account.uid, account.gid);
  const start = async () => startServer(bin, directory, port, settings, account);
  const port = await freePort();
  let server: ChildProcess;
  try {
    const options = { ...account, cwd: directory, stdio: 'pipe' as const };
    const initial = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    execFileSync(join(bin, 'initdb'), initial, options);
    server = await start();
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await gone;
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    directory,
    get pid() {
      return server.pid ?? 0;
    },
    async crash() {
      await end('SIGQUIT');
      server = await start();
    },
    async stop() {
      await end('SIGINT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startServer(
  bin: string,
  directory: string,
  port: number,
  settings: Record<string, string>,
  account: Account | undefined,
): Promise<ChildProcess> {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: directory,
    max_connections: '100',
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', join(directory, 'data'), ...args], {
    ...account,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
    detached: true,
  });
  let log = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4_000);
  });
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    if (log.includes('ready to accept connections')) return server;
    if (server.exitCode !== null) break;
  }
  server.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start:\n${log}`);
}

/** Directory with `initdb` and `postgres`: on the PATH, or where distributions put them; the newest version. */
export function findPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const packaged = list(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'));
  const known = ['/usr/local/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/pgsql/bin'];
  const candidates = [...packaged, ...(process.env.PATH ?? '').split(delimiter), ...known];
  return candidates.find((path) => isProgram(join(path, 'initdb')) && isProgram(join(path, 'postgres')));
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function unprivileged(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here.
    }
  }
  return { uid: 65_534, gid: 65_534 };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port was found');
  return address.port;
}
