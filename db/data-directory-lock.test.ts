import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireDataDirectoryLock, DataDirectoryInUse } from './data-directory-lock';

let directory: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'signalbox-lock-'));
});
afterEach(async () => {
  // Gone before its directory: a new one may get the same inode, after which the socket is named.
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  child = undefined;
  await rm(directory, { recursive: true, force: true });
});

const lockFile = () => join(directory, 'database.lock');

/** A second process that holds the lock until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const program = `
    import('${join(process.cwd(), 'db', 'data-directory-lock.ts')}').then(async ({ acquireDataDirectoryLock }) => {
      await acquireDataDirectoryLock(${JSON.stringify(directory)});
      setInterval(() => {}, 1000);
      console.log('held');
    });`;
  child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('lock of the data directory', () => {
  it('refuses a second process and names the first', async () => {
    const holder = await holdElsewhere();
    const attempt = acquireDataDirectoryLock(directory);
    await expect(attempt).rejects.toBeInstanceOf(DataDirectoryInUse);
    await expect(attempt).rejects.toThrow(`process ${holder.pid} on ${hostname()} (since 20`);
  });

  it('refuses a second use within the process, until released', async () => {
    const lock = await acquireDataDirectoryLock(directory);
    await expect(acquireDataDirectoryLock(directory)).rejects.toBeInstanceOf(DataDirectoryInUse);
    await lock.release();
    await (await acquireDataDirectoryLock(directory)).release();
    await expect(readFile(lockFile())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is taken over at once from a process that was killed', async () => {
    const holder = await holdElsewhere();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await acquireDataDirectoryLock(directory, 60_000);
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is taken over from a process whose pid was given to another one', async () => {
    const lock = await acquireDataDirectoryLock(directory);
    const mine = JSON.parse(await readFile(lockFile(), 'utf8'));
    await lock.release();
    await writeFile(lockFile(), JSON.stringify({ ...mine, token: 'old', started: '1' }));
    await (await acquireDataDirectoryLock(directory, 60_000)).release();
  });

  // Another container on the same volume: no common sockets or pids, only the file.
  const foreign = {
    token: 'there',
    pid: 1,
    host: 'other',
    since: '2026-03-02T10:00:00.000Z',
    machine: 'm',
    started: '5',
  };

  it('is refused while the heartbeat of another machine moves', async () => {
    let heartbeat = 0;
    const beat = () => writeFile(lockFile(), JSON.stringify({ ...foreign, heartbeat: heartbeat++ }));
    await beat();
    const beats = setInterval(beat, 200);
    await expect(acquireDataDirectoryLock(directory, 5_000)).rejects.toThrow('process 1 on other (since 2026-03-02');
    clearInterval(beats);
  });

  it('is taken over when that heartbeat stands still', async () => {
    await writeFile(lockFile(), JSON.stringify({ ...foreign, heartbeat: 7 }));
    await (await acquireDataDirectoryLock(directory, 300)).release();
  });

  it('is taken over from a file that was never finished', async () => {
    await writeFile(lockFile(), '');
    await (await acquireDataDirectoryLock(directory, 300)).release();
  });

  it('tells its holder when somebody else took the file', async () => {
    const lock = await acquireDataDirectoryLock(directory);
    const lost = vi.fn();
    lock.onLost(lost);
    await writeFile(lockFile(), JSON.stringify({ ...foreign, heartbeat: 1 }));
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce(), { timeout: 5_000 });
    await lock.release();
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ token: 'there' });
  });

  it('does not confuse two directories', async () => {
    const second = join(directory, 'second');
    await mkdir(second);
    const locks = await Promise.all([acquireDataDirectoryLock(directory), acquireDataDirectoryLock(second)]);
    for (const lock of locks) await lock.release();
  });
});
