import type { Database, Queries, Row } from './database';
import { toDatabaseError } from './database-error';
import type { Driver, Runner } from './driver';
import { createDrizzle } from './drizzle';
import { TransactionGuard } from './transaction-guard';

/** Puts the guard, the mapping of errors and Drizzle around a driver. */
export function wrapDriver(driver: Driver): Database {
  const guard = new TransactionGuard();
  const outer = queries(driver, (what) => guard.assertOutside(what), mapError);
  return {
    kind: driver.kind,
    ...outer,
    async transaction(fn) {
      guard.assertOutside('transaction');
      return runTransaction(driver, guard, fn);
    },
    async listen(channel, fn, onReconnect = () => {}) {
      guard.assertOutside('listen');
      return driver.listen(channel, fn, onReconnect).catch(mapError);
    },
    async notify(channel, ...payloads) {
      // One commit for all, and nobody waits for it to reach the disk.
      const sql = `select set_config('synchronous_commit', 'off', true), pg_notify($1, payload)
        from unnest($2::text[]) as payload`;
      await outer.query(sql, [channel, payloads]);
    },
    async close() {
      guard.assertOutside('close');
      await driver.close();
    },
  };
}

async function runTransaction<T>(driver: Driver, guard: TransactionGuard, fn: (tx: Queries) => Promise<T>): Promise<T> {
  // What `fn` threw is passed on as it is; only failures of begin and commit are the driver's.
  let failure: { error: unknown } | undefined;
  const fail = (error: unknown): never => {
    failure ??= { error };
    throw error;
  };
  const failStatement = (error: unknown) => fail(toDatabaseError(error));
  try {
    return await driver.transaction((runner) =>
      guard.inside(async (assertOpen) => {
        const result = await fn(queries(runner, assertOpen, failStatement)).catch(fail);
        // A caught failure of a statement: the transaction is aborted, a commit would be a silent rollback.
        if (failure) throw failure.error;
        return result;
      }),
    );
  } catch (error) {
    if (failure) throw failure.error;
    throw toDatabaseError(error);
  }
}

function mapError(error: unknown): never {
  throw toDatabaseError(error);
}

function queries(runner: Runner, check: (what: string) => void, onError: (error: unknown) => never): Queries {
  const checked = {
    async rows(sql: string, params: readonly unknown[]) {
      check('query');
      return runner.rows(sql, params).catch(onError);
    },
    async values(sql: string, params: readonly unknown[]) {
      check('drizzle');
      return runner.values(sql, params).catch(onError);
    },
  };
  let drizzle: Queries['drizzle'] | undefined;
  return {
    // The caller names the shape of the rows; the database cannot be asked at compile time.
    query: <T extends Row>(sql: string, params: readonly unknown[] = []) => checked.rows(sql, params) as Promise<T[]>,
    async pipeline(statements) {
      check('pipeline');
      return runner.pipeline(statements).catch(onError);
    },
    get drizzle() {
      drizzle ??= createDrizzle(checked);
      return drizzle;
    },
  };
}
