/** What keeps the database small and its figures current. Any process may do it; one at a time does. */
import type { Database, Queries } from '@/db/client';
import { uuidV7At } from '@/db/uuid-v7';

const LOCK = 7_304_117;
const DAY_MILLISECONDS = 86_400_000;
const ROWS_AT_ONCE = 5_000;
/** Receipts are kept for this long: an event sent again later counts as new. */
const RECEIPT_DAYS = 30;
/** What became of proactive messages on the pages of visits. */
const VIEW_DAYS = 7;
const VIEWS_KEPT = 20_000;
const DEFAULT_DAYS = { eventDays: 90, firingDays: 90, changeDays: 730 };

/** Rolls up the figures of rules of yesterday and today; answers false when another process is doing it. */
export function rollUpRuleDays(database: Database): Promise<boolean> {
  return exclusively(database, async (tx) => {
    const accounts = await tx.query<{ id: string }>('select id from accounts');
    for (const { id } of accounts) {
      // Firings younger than the longest transaction may still be written.
      await tx.query(
        `insert into rule_days (account_id, rule_id, day, fired, failed, skipped)
          select account_id, rule_id, (created_at at time zone 'UTC')::date, count(*) filter (where state <> 'skipped'),
            count(*) filter (where state = 'failed'), count(*) filter (where state = 'skipped')
          from firings where account_id = $1 and id >= $2 and created_at < clock_timestamp() - interval '30 seconds'
          group by 1, 2, 3
          on conflict (account_id, rule_id, day) do update
            set fired = excluded.fired, failed = excluded.failed, skipped = excluded.skipped`,
        [id, uuidV7At(startOfYesterday())],
      );
    }
  });
}

/** Deletes what retention no longer keeps, some thousand rows at a time. Answers how many rows. */
export async function thinOut(database: Database, now = new Date()): Promise<number> {
  const accounts = await database.query<{ id: string; retention: Partial<typeof DEFAULT_DAYS> | null }>(
    "select id, settings -> 'retention' as retention from accounts",
  );
  let deleted = 0;
  for (const { id, retention } of accounts) {
    const days = { ...DEFAULT_DAYS, ...retention };
    const before = (count: number) => new Date(now.getTime() - count * DAY_MILLISECONDS);
    const olderThan = (count: number) => uuidV7At(before(count));
    deleted += await deleteSome(database, id, 'events', 'id < $2', olderThan(days.eventDays));
    deleted += await deleteSome(database, id, 'event_keys', 'received_at < $2', before(RECEIPT_DAYS));
    const finished = `select f.id from firings f where f.account_id = $1 and f.id < $2 and f.state <> 'waiting'`;
    const cutoff = olderThan(days.firingDays);
    deleted += await deleteSome(database, id, 'firing_steps', `firing_id < $2 and firing_id in (${finished})`, cutoff);
    deleted += await deleteSome(database, id, 'firings', `id < $2 and state <> 'waiting'`, cutoff);
    deleted += await deleteSome(
      database,
      id,
      'deliveries',
      `created_at < $2 and state in ('done', 'failed', 'cancelled')`,
      before(days.firingDays),
    );
    // After the deliveries: what was mailed already is known by them.
    deleted += await deleteSome(database, id, 'mails', `state = 'caught' and id < $2`, cutoff);
    deleted += await deleteSome(database, id, 'changes', 'id < $2', olderThan(days.changeDays));
    deleted += await deleteSome(database, id, 'proactive_views', 'at < $2', before(VIEW_DAYS));
    const newest = 'select at from proactive_views where account_id = $1 order by at desc offset $2::int limit 1';
    deleted += await deleteSome(database, id, 'proactive_views', `at <= (${newest})`, VIEWS_KEPT);
  }
  return deleted;
}

/** The embedded database has neither statistics nor cleaning of its own. */
export async function vacuumEmbedded(database: Database): Promise<void> {
  if (database.kind === 'pglite') await database.query('vacuum (analyze)');
}

async function deleteSome(
  database: Database,
  accountId: string,
  table: string,
  condition: string,
  limit: string | number | Date,
): Promise<number> {
  let total = 0;
  for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE; total += count) {
    const rows = await database.query(
      `delete from ${table} where ctid = any(array(select ctid from ${table} where account_id = $1 and ${condition} limit ${ROWS_AT_ONCE}))
        and account_id = $1 returning 1 as one`,
      [accountId, limit],
    );
    count = rows.length;
  }
  return total;
}

function exclusively(database: Database, run: (tx: Queries) => Promise<void>): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    if (!row?.mine) return false;
    await run(tx);
    return true;
  });
}

function startOfYesterday(): Date {
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  return new Date(today.getTime() - DAY_MILLISECONDS);
}
