/** How often rules fired: whole days from the roll-up, the last minutes of today from the firings themselves. */
import type { Queries } from '@/db/client';
import { uuidV7At } from '@/db/uuid-v7';

export interface Week {
  fired: number;
  failed: number;
  /** Seven counts, the last one today (UTC). */
  days: number[];
}

/** The roll-up is a minute behind: up to so many firings of today are counted as they stand, so that the first ones show at once. */
const COUNTED = 200;
const TODAY = 6;

/** The last seven days, today included, of those of these rules that fired. */
export async function firedDays(db: Queries, accountId: string, ids: readonly string[]): Promise<Map<string, Week>> {
  const weeks = new Map<string, Week>();
  if (ids.length === 0) return weeks;
  const rows = await db.query<{ rule: string; ago: number; fired: number; failed: number }>(
    `with asked as (select value::uuid as id from jsonb_array_elements_text($2::text::jsonb))
      select a.id as rule, greatest(d.ago, 0) as ago, max(d.fired)::int as fired, max(d.failed)::int as failed
      from asked a cross join lateral (
        select ((now() at time zone 'UTC')::date - day)::int as ago, fired, failed from rule_days
          where account_id = $1 and rule_id = a.id and day > (now() at time zone 'UTC')::date - 7
        union all
        select 0, (count(*) filter (where state <> 'skipped'))::int, (count(*) filter (where state = 'failed'))::int
          from (select state from firings where account_id = $1 and rule_id = a.id and id >= $3
            order by id desc limit ${COUNTED}) newest
      ) d group by 1, 2 having max(d.fired) > 0`,
    [accountId, JSON.stringify(ids), uuidV7At(startOfToday())],
  );
  for (const { rule, ago, fired, failed } of rows) {
    const week = weeks.get(rule) ?? { fired: 0, failed: 0, days: [0, 0, 0, 0, 0, 0, 0] };
    week.fired += fired;
    week.failed += failed;
    week.days[TODAY - ago] = fired;
    weeks.set(rule, week);
  }
  return weeks;
}

function startOfToday(): Date {
  const day = new Date();
  day.setUTCHours(0, 0, 0, 0);
  return day;
}
