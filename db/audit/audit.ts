import { databaseClock } from '../clock';
import type { Database, Queries } from '../database';
import { checks } from './checks';

export interface Finding {
  check: string;
  description: string;
  /** How often it was found. */
  count: number;
  /** The first few. */
  examples: { accountId: string; subject: string; detail: string }[];
}

export interface AuditOptions {
  /** Events and firings before it may have been thinned by retention; default: none were. */
  since?: Date;
  /** For overdue work; default: the database's clock. */
  now?: Date;
  examples?: number;
}

type Row = { account_id: string; subject: string; detail: string | null; count: number };

/**
 * Examines the books: gaps, receipts, unfinished work. Empty when everything adds up. Reads one
 * snapshot, so it may run while events flow; takes no locks.
 */
export function audit(database: Database, options: AuditOptions = {}): Promise<Finding[]> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    await tx.query('set local statement_timeout = 0');
    return auditWithin(tx, options);
  });
}

/** The same inside a transaction of the caller. */
export async function auditWithin(tx: Queries, { since, now, examples = 5 }: AuditOptions = {}): Promise<Finding[]> {
  const moment = now ?? (await databaseClock.now(tx));
  const findings: Finding[] = [];
  for (const { name, description, sql } of checks) {
    const rows = await tx.query<Row>(
      `select found.*, count(*) over ()::int as count from (${sql}) found
       where $1::timestamptz is not null and $2::timestamptz is not null order by account_id, subject limit $3`,
      [since ?? '-infinity', moment, examples],
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) findings.push({ check: name, description, count, examples: rows.map(toExample) });
  }
  return findings;
}

function toExample({ account_id, subject, detail }: Row): Finding['examples'][number] {
  return { accountId: account_id, subject, detail: detail ?? '' };
}
