import type { Queries, Statement } from './database';

/** First key of the advisory locks on accounts (L0 in the order of locks). */
const space = 7;

/** L0 shared, for ingest and workers: first statement of the transaction. */
export function accountLockShared(accountId: string): Statement {
  return { sql: `select pg_advisory_xact_lock_shared(${space}, hashtext($1))`, params: [accountId] };
}

/** L0 exclusive, for every change of what is cached under rule_sets.version: first statement, never upgraded. */
export async function lockAccount(tx: Queries, accountId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${space}, hashtext($1))`, [accountId]);
}
