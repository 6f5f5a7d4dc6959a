/** Processes of the product that a test ends with SIGKILL, and the database that they leave. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { testDatabase, testDatabaseKind } from '@/lib/testing/test-database';

export const SECRET = 'a secret of at least thirty-two characters';

export interface Place {
  readonly connection: { url?: string | undefined; dataDir?: string };
  open(): Promise<Database>;
  /** So that the child may have it: the embedded database is one process's alone. */
  leave(database: Database): Promise<void>;
  /** Throws the data away. */
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  if (testDatabaseKind() === 'postgres') {
    const test = await testDatabase();
    const open = async () => test.database;
    return { connection: { url: test.url }, open, leave: async () => undefined, close: () => test.close() };
  }
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-killed-'));
  const connection = { dataDir: join(directory, 'data') };
  return {
    connection,
    async open() {
      const database = await openDatabase(connection);
      await migrate(database);
      return database;
    },
    leave: (database) => database.close(),
    close: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Starts a program of this folder on a place. */
export function startChild(program: 'deliver-child' | 'fetch-child', { connection }: Place): ChildProcess {
  const script = join(import.meta.dirname, `${program}.ts`);
  return spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(connection)], {
    env: { ...process.env, SIGNALBOX_SECRET: SECRET, SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The signal that ended it, else its exit code. */
export function endOf(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((done) => child.on('exit', (code, signal) => done(signal ?? code)));
}
