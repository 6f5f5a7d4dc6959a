import type { Queries } from '@/db/client';
import type { TriggerQuery, TriggerSummary } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ, type RuleFamily } from './family';
import { listStatements, type RuleQuery } from './list-statements';
import type { RuleRow } from './rule-row';

type Status = NonNullable<TriggerQuery['status']>;
type Counts = Record<Status, number>;

const NONE: Counts = { all: 0, active: 0, inactive: 0, broken: 0 };

interface SummaryRow extends Record<string, unknown> {
  id: string;
  name: string;
  description: string;
  active: boolean;
  on: string;
  version: number;
  broken: RuleRow['broken'];
  updatedAt: Date;
  updatedBy: string | null;
}

/** One page of the family's rules, with the firings of the last seven days. @throws AppError `forbidden` */
export function listRules(
  family: RuleFamily,
  context: Context,
  query: TriggerQuery,
): Promise<{ items: TriggerSummary[]; total: number; counts: Counts }> {
  return listRulesWith<object>(family, context, query);
}

/** The same with more columns of `r`, the rule. @param columns `, r.position, …` */
export async function listRulesWith<More extends object>(
  { family }: RuleFamily,
  { db, actor }: Context,
  query: RuleQuery,
  columns = '',
): Promise<{ items: (TriggerSummary & More)[]; total: number; counts: Counts }> {
  permit(actor, READ);
  const { count, page } = listStatements(actor.accountId, family, query, columns);
  const [[counts = NONE], rows] = await Promise.all([
    db.query<Counts>(count.sql, count.params),
    db.query<SummaryRow>(page.sql, page.params),
  ]);
  const days = await readDays(
    db,
    actor.accountId,
    rows.map(({ id }) => id),
  );
  const items = rows.map(({ updatedAt, ...row }) => {
    const own = days.get(row.id) ?? { fired: 0, failed: 0, days: [0, 0, 0, 0, 0, 0, 0] };
    // The further columns are those that the caller named.
    return { ...row, updatedAt: updatedAt.toISOString(), ...own } as TriggerSummary & More;
  });
  return { items, total: counts[query.status ?? 'all'], counts };
}

interface Week {
  fired: number;
  failed: number;
  /** Seven counts, the last one today (UTC). */
  days: number[];
}

async function readDays(db: Queries, accountId: string, ids: readonly string[]): Promise<Map<string, Week>> {
  const weeks = new Map<string, Week>();
  if (ids.length === 0) return weeks;
  const rows = await db.query<{ rule: string; ago: number; fired: number; failed: number }>(
    `select d.rule_id as rule, ((now() at time zone 'UTC')::date - d.day)::int as ago, d.fired, d.failed from rule_days d
      where d.account_id = $1 and d.day > (now() at time zone 'UTC')::date - 7
        and d.rule_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))`,
    [accountId, JSON.stringify(ids)],
  );
  for (const { rule, ago, fired, failed } of rows) {
    const week = weeks.get(rule) ?? { fired: 0, failed: 0, days: [0, 0, 0, 0, 0, 0, 0] };
    week.fired += fired;
    week.failed += failed;
    if (ago >= 0 && ago < 7) week.days[6 - ago] = fired;
    weeks.set(rule, week);
  }
  return weeks;
}
