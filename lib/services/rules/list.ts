import type { TriggerQuery, TriggerSummary } from '@/lib/contracts/trigger';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ, type RuleFamily } from './family';
import { firedDays } from './fired-days';
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
  const days = await firedDays(
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
