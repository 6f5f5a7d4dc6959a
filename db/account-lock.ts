import type { Queries, Statement } from './database';

/** First key of the advisory locks on accounts (L0 in the order of locks). */
const space = 7;

/** For statements that find rows by key alone: no plan that reads a table, or all of an account, to find some of it. */
const BY_KEY = [
  "set_config('plan_cache_mode', 'force_generic_plan', true)",
  ...['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'].map((way) => `set_config('enable_${way}', 'off', true)`),
];

/**
 * L0 shared, for ingest and workers: first statement of the transaction.
 * @param byKey plans the transaction's statements once, without looking at their parameters, which costs more than the
 *   work, nor at statistics, which are behind while tables fill up; only for statements that find all rows by key
 */
export function accountLockShared(accountId: string, { byKey = false } = {}): Statement {
  const lock = `pg_advisory_xact_lock_shared(${space}, hashtext($1))`;
  return { sql: `select ${[lock, ...(byKey ? BY_KEY : [])].join(', ')}`, params: [accountId] };
}

/** L0 exclusive, for every change of what is cached under rule_sets.version: first statement, never upgraded. */
export async function lockAccount(tx: Queries, accountId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${space}, hashtext($1))`, [accountId]);
}
