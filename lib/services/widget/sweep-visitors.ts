import type { Database } from '@/db/client';

const ROWS_AT_ONCE = 500;

/**
 * Deletes sessions that have expired, and the anonymous customers behind them who never wrote: nobody can come back to
 * either. Answers how many rows.
 */
export async function sweepVisitors(db: Database, now?: Date): Promise<number> {
  const accounts = await db.query<{ id: string }>('select id from accounts');
  let deleted = 0;
  for (const { id } of accounts) {
    for (const sql of [SESSIONS, IDENTITIES, CUSTOMERS]) {
      for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE; deleted += count) {
        const rows = await db.query(sql, [id, now ?? null]);
        count = rows.length;
      }
    }
  }
  return deleted;
}

/** A day later: whoever is in the middle of something is not cut off by a second. */
const NOW = `coalesce($2::timestamptz, clock_timestamp()) - interval '1 day'`;

const SESSIONS = `delete from widget_sessions where account_id = $1 and id in (select id from widget_sessions
  where account_id = $1 and expires_at < ${NOW} limit ${ROWS_AT_ONCE}) and expires_at < ${NOW} returning 1 as one`;

const IDENTITIES = `delete from customer_identities where account_id = $1 and kind = 'session' and value in (
  select i.value from customer_identities i where i.account_id = $1 and i.kind = 'session' and i.created_at < ${NOW}
    and not exists (select from widget_sessions s where s.account_id = $1 and s.id::text = i.value)
  limit ${ROWS_AT_ONCE}) returning 1 as one`;

const CUSTOMERS = `delete from customers where account_id = $1 and id in (select u.id from customers u
  where u.account_id = $1 and u.anonymous and u.merged_into is null and u.suspended is null and u.last_seen_at < ${NOW}
    and not exists (select from widget_sessions s where s.account_id = $1 and s.customer_id = u.id)
    and not exists (select from conversations c where c.account_id = $1 and c.customer_id = u.id)
    and not exists (select from proactive_interactions p where p.account_id = $1 and p.customer_id = u.id)
    and not exists (select from customers m where m.account_id = $1 and m.merged_into = u.id)
  limit ${ROWS_AT_ONCE}) returning 1 as one`;
