import type { Queries } from '@/db/client';
import type { ProactiveResults } from '@/lib/contracts/proactive';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';
import { readRule } from '../rules/rule-row';

export type Counts = ProactiveResults['total'];
export const NOTHING: Counts = { shown: 0, opened: 0, dismissed: 0, replied: 0 };

const COLUMNS = `(count(*) filter (where kind = 'impression'))::int as shown, (count(*) filter (where kind = 'open'))::int as opened,
  (count(*) filter (where kind = 'dismissal'))::int as dismissed, (count(*) filter (where kind = 'reply'))::int as replied`;
const DAYS = 28;

/** What visitors did with each of these messages in the last 28 days of the account, today among them. */
export async function countsOf(db: Queries, accountId: string, ids: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await db.query<Counts & { id: string }>(
    `select rule_id as id, ${COLUMNS} from proactive_interactions
      where account_id = $1 and rule_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))
        and at >= (select ((now() at time zone time_zone)::date - ($3::int - 1))::timestamp at time zone time_zone from accounts where id = $1)
      group by rule_id`,
    [accountId, JSON.stringify(ids), DAYS],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/**
 * What visitors did with a message, per day of the last 28, today last.
 * @param timeZone where days begin; the account's when it is not said
 * @throws AppError `forbidden`, `not_found`
 */
export async function messageResults(
  { db, actor }: Context,
  id: string,
  { timeZone = null }: { timeZone?: string | null | undefined } = {},
): Promise<ProactiveResults> {
  permit(actor, READ);
  await readRule(db, actor.accountId, 'proactive', id, true);
  const days = await db.query<Counts & { day: string }>(
    `with place as (select coalesce($4::text, time_zone) as zone from accounts where id = $1),
      days as (select d::date as day, zone from place, generate_series(
        (now() at time zone zone)::date - ($3::int - 1), (now() at time zone zone)::date, interval '1 day') as d)
      select to_char(d.day, 'YYYY-MM-DD') as day, ${COLUMNS}
      from days d left join proactive_interactions i on i.account_id = $1 and i.rule_id = $2
        and i.at >= d.day::timestamp at time zone d.zone and i.at < (d.day + interval '1 day')::timestamp at time zone d.zone
      group by d.day order by d.day`,
    [actor.accountId, id, DAYS, timeZone],
  );
  const total = days.reduce<Counts>(
    (sum, day) => ({
      shown: sum.shown + day.shown,
      opened: sum.opened + day.opened,
      dismissed: sum.dismissed + day.dismissed,
      replied: sum.replied + day.replied,
    }),
    NOTHING,
  );
  return { days, total };
}
