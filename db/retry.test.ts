import { describe, expect, it, vi } from 'vitest';
import { testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { DatabaseError } from './database-error';
import { withRetry } from './retry';

describe('withRetry', () => {
  it('repeats after deadlock, serialisation failure and lock time-out', async () => {
    const failures = ['40P01', '40001', '55P03'];
    const run = vi.fn(async (attempt: number) => {
      const code = failures[attempt - 1];
      if (code) throw new DatabaseError(code, 'try again');
      return attempt;
    });
    await expect(withRetry(run)).resolves.toBe(4);
  });

  it('passes other errors on at once, and gives up after ten attempts', async () => {
    const other = vi.fn().mockRejectedValue(new DatabaseError('23505', 'duplicate'));
    await expect(withRetry(other)).rejects.toThrow('duplicate');
    expect(other).toHaveBeenCalledTimes(1);
    const stuck = vi.fn().mockRejectedValue(new DatabaseError('40P01', 'deadlock'));
    await expect(withRetry(stuck)).rejects.toThrow('deadlock');
    expect(stuck).toHaveBeenCalledTimes(10);
  });

  it.runIf(testDatabaseKind() === 'postgres')('resolves a real deadlock', async () => {
    const { database, close } = await testDatabase();
    await database.query('create table pair (id int primary key, n int)');
    await database.query('insert into pair values (1, 0), (2, 0)');
    let firstOnes = 0;
    let bothHold = () => {};
    const gate = new Promise<void>((done) => {
      bothHold = done;
    });
    const attempts: number[] = [];
    const cross = (first: number, second: number) =>
      withRetry((attempt) =>
        database.transaction(async (tx) => {
          attempts.push(attempt);
          await tx.query('update pair set n = n + 1 where id = $1', [first]);
          if (++firstOnes === 2) bothHold();
          await gate;
          await tx.query('update pair set n = n + 1 where id = $1', [second]);
        }),
      );
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(attempts).toContain(2);
    expect(await database.query('select n from pair')).toEqual([{ n: 2 }, { n: 2 }]);
    await close();
  });
});
