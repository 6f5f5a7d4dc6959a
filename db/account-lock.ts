import type { Queries, Statement } from './database';

/** First key of the advisory locks on accounts (L0 in the order of locks). */
const space = 7;

/**
 * L0 shared, for ingest and workers: first statement of the transaction.
 * @param generic plans the transaction's statements without looking at their parameters, and by indexes whatever the
 *   statistics say (they are old while tables fill up): for statements that find rows by key alone, where planning each
 *   time costs more than the work
 */
export function accountLockShared(accountId: string, { generic = false } = {}): Statement {
  const plans = generic
    ? ", set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)"
    : '';
  return { sql: `select pg_advisory_xact_lock_shared(${space}, hashtext($1))${plans}`, params: [accountId] };
}

/** L0 exclusive, for every change of what is cached under rule_sets.version: first statement, never upgraded. */
export async function lockAccount(tx: Queries, accountId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${space}, hashtext($1))`, [accountId]);
}
