import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { findPrograms, startPostgresCluster } from '@/lib/testing/postgres-cluster';

const withPostgres = (program: string) => {
  const script = join(process.cwd(), 'scripts', 'with-postgres.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, '--', process.execPath, '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
};

describe.runIf(findPrograms())('throw-away PostgreSQL', { timeout: 60_000 }, () => {
  it('answers again after a crash, with what was committed', async () => {
    const cluster = await startPostgresCluster();
    const database = await openDatabase({ url: cluster.url, connections: 2 });
    await database.query('create table kept as select 1 as n');
    const torn = database.transaction(async (tx) => {
      await tx.query('insert into kept values (2)');
      await cluster.crash();
      await tx.query('select 1');
    });
    await expect(torn).rejects.toMatchObject({ name: 'DatabaseError' });
    const kept = () => database.query('select n from kept').catch(() => 'not yet');
    await expect.poll(kept, { timeout: 30_000 }).toEqual([{ n: 1 }]);
    await database.close();
    await cluster.stop();
    expect(existsSync(cluster.directory)).toBe(false);
  });

  it('passes the exit code of the command on', async () => {
    const run = withPostgres("process.exit(process.env.TEST_DATABASE_URL.startsWith('postgres://') ? 5 : 6)");
    expect((await once(run, 'exit'))[0]).toBe(5);
  });

  it('stops the cluster when it is told to stop', async () => {
    const run = withPostgres(
      "process.on('SIGTERM', () => process.exit(3)); console.log(process.env.TEST_DATABASE_URL); setInterval(() => {}, 1000)",
    );
    const [line] = await once(run.stdout, 'data');
    run.kill('SIGTERM');
    expect((await once(run, 'exit'))[0]).toBe(3);
    const database = await openDatabase({ url: String(line).trim(), connections: 1 });
    await expect(database.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await database.close();
  });
});
