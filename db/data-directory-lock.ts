import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// The embedded database has no lock of its own: two processes on one directory lose rows silently.
// An abstract socket shuts out every process of this machine and dies with its holder. It does not
// reach into another container that mounts the same volume; there the lock file's heartbeat decides.

export interface LockOwner {
  token: string;
  pid: number;
  host: string;
  /** ISO 8601 */
  since: string;
  /** Kernel, pid namespace and start of the process: a pid means something only within these. */
  machine: string;
  started: string;
  heartbeat: number;
}

export interface DataDirectoryLock {
  /** Called once when the file names another owner, or is gone: stop writing at once. */
  onLost(fn: () => void): void;
  release(): Promise<void>;
}

export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  constructor(
    directory: string,
    readonly owner: LockOwner | undefined,
  ) {
    const who = owner ? `process ${owner.pid} on ${owner.host} (since ${owner.since})` : 'another process';
    super(`The data directory ${directory} is in use by ${who}. Stop it, or set SIGNALBOX_DATA_DIR to another one.`);
  }
}

const beatEvery = 1_000;

/**
 * Takes the directory for this process, or throws DataDirectoryInUse. A lock whose process is gone
 * is taken over: at once on the same machine, else after its heartbeat stood still for `watchFor` ms.
 */
export async function acquireDataDirectoryLock(directory: string, watchFor = 10_000): Promise<DataDirectoryLock> {
  const file = join(directory, 'database.lock');
  const socket = await bindSocket(directory, file);
  try {
    const owner = self();
    await takeFile(directory, file, owner, watchFor);
    return hold(file, owner, socket);
  } catch (error) {
    socket?.close();
    throw error;
  }
}

function hold(file: string, owner: LockOwner, socket: Server | undefined): DataDirectoryLock {
  let lost = () => {};
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    if ((await read(file))?.token !== owner.token) {
      clearInterval(timer);
      lost();
      return;
    }
    owner.heartbeat++;
    await write(file, owner);
  };
  const timer = setInterval(() => {
    // A failing disk shows itself in the database; here the next beat tries again.
    beating = beating.then(beat).catch(() => {});
  }, beatEvery).unref();
  return {
    onLost: (fn) => {
      lost = fn;
    },
    async release() {
      clearInterval(timer);
      await beating;
      if ((await read(file))?.token === owner.token) await rm(file, { force: true });
      await new Promise<void>((done) => (socket ? socket.close(() => done()) : done()));
    },
  };
}

async function takeFile(directory: string, file: string, owner: LockOwner, watchFor: number): Promise<void> {
  if (await create(file, owner)) return;
  const other = await read(file);
  if (await isAlive(other, file, watchFor)) throw new DataDirectoryInUse(directory, other);
  await write(file, owner);
  // Two that found the same stale lock both wrote: the later one stands.
  await sleep(50);
  const winner = await read(file);
  if (winner?.token !== owner.token) throw new DataDirectoryInUse(directory, winner);
}

async function isAlive(other: LockOwner | undefined, file: string, watchFor: number): Promise<boolean> {
  if (other && other.machine === machine()) return startOf(other.pid) === other.started;
  for (const end = Date.now() + watchFor; Date.now() < end; await sleep(100)) {
    const now = await read(file);
    if (now && (now.token !== other?.token || now.heartbeat !== other.heartbeat)) return true;
  }
  return false;
}

async function bindSocket(directory: string, file: string): Promise<Server | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { dev, ino } = statSync(directory);
  const server = createServer((connection) => connection.destroy());
  const bound = new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(`\0signalbox-${dev}-${ino}`, done);
  });
  try {
    await bound;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new DataDirectoryInUse(directory, await read(file));
    }
    return undefined;
  }
  return server.unref();
}

function self(): LockOwner {
  return {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    machine: machine(),
    started: startOf(process.pid) ?? '',
    heartbeat: 0,
  };
}

/** Within one machine and pid namespace a pid can be checked; elsewhere only the heartbeat tells. */
function machine(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** When the process began, in the kernel's ticks; undefined when it is gone. Pids are used again, pairs are not. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')[19];
    } catch {
      return undefined;
    }
  }
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? '' : undefined;
  }
}

async function create(file: string, owner: LockOwner): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify(owner));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Readers never see half a file. */
async function write(file: string, owner: LockOwner): Promise<void> {
  const draft = `${file}.${owner.token}`;
  await writeFile(draft, JSON.stringify(owner));
  await rename(draft, file);
}

async function read(file: string): Promise<LockOwner | undefined> {
  try {
    // Written by this module only; anything unreadable counts as no owner.
    return JSON.parse(await readFile(file, 'utf8')) as LockOwner;
  } catch {
    return undefined;
  }
}
