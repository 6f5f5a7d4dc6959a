import type { Queries } from '@/db/client';
import { range } from '@/lib/contracts/list';
import type { TriggerQuery, TriggerSummary } from '@/lib/contracts/trigger';
import { fold } from '@/lib/engine/fold';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ, type RuleFamily } from './family';
import type { RuleRow } from './rule-row';

type Status = NonNullable<TriggerQuery['status']>;
type Counts = Record<Status, number>;

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

const STATUS: Record<Status, string> = {
  all: 'true',
  active: 'r.active',
  inactive: 'not r.active',
  broken: 'r.broken is not null',
};
/** With the direction that is usual for each; the name settles what is equal. */
const SORTS = {
  status: { column: 'r.active', usual: 'desc' },
  name: { column: 'lower(r.name)', usual: 'asc' },
  changed: { column: 'r.updated_at', usual: 'desc' },
  fired: { column: 'coalesce(d.fired, 0)', usual: 'desc' },
} as const;

/** One page of the family's rules, with the firings of the last seven days. @throws AppError `forbidden` */
export async function listRules(
  { family }: RuleFamily,
  { db, actor }: Context,
  query: TriggerQuery,
): Promise<{ items: TriggerSummary[]; total: number; counts: Counts }> {
  permit(actor, READ);
  const filter = filterOf(actor.accountId, family, query.search);
  const [counts, rows] = await Promise.all([countRules(db, filter), readPage(db, filter, query)]);
  const days = await readDays(
    db,
    actor.accountId,
    rows.map(({ id }) => id),
  );
  const items = rows.map(({ updatedAt, ...row }) => {
    const own = days.get(row.id) ?? { fired: 0, failed: 0, days: [0, 0, 0, 0, 0, 0, 0] };
    return { ...row, updatedAt: updatedAt.toISOString(), ...own };
  });
  return { items, total: counts[query.status ?? 'all'], counts };
}

interface Filter {
  readonly where: string;
  readonly params: readonly unknown[];
}

/** `%`, `_` and `\` in a search are ordinary characters. */
function filterOf(accountId: string, family: string, search: string | undefined): Filter {
  const where = 'r.account_id = $1 and r.family = $2 and r.deleted_at is null';
  const wanted = fold(search?.trim() ?? '');
  if (wanted === '') return { where, params: [accountId, family] };
  return {
    where: `${where} and r.search like $3`,
    params: [accountId, family, `%${wanted.replace(/[\\%_]/g, '\\$&')}%`],
  };
}

async function countRules(db: Queries, { where, params }: Filter): Promise<Counts> {
  const [row] = await db.query<Counts>(
    `select count(*)::int as "all", (count(*) filter (where r.active))::int as active,
      (count(*) filter (where not r.active))::int as inactive, (count(*) filter (where r.broken is not null))::int as broken
      from rules r where ${where}`,
    params,
  );
  return row ?? { all: 0, active: 0, inactive: 0, broken: 0 };
}

function readPage(db: Queries, { where, params }: Filter, query: TriggerQuery): Promise<SummaryRow[]> {
  const { column, usual } = SORTS[query.sort ?? 'status'];
  const { limit, offset } = range(query);
  // Counted only when it is sorted by; a page alone is counted afterwards.
  const fired =
    query.sort === 'fired'
      ? `left join (select rule_id, sum(fired) as fired from rule_days
          where account_id = $1 and day > (now() at time zone 'UTC')::date - 7 group by rule_id) d on d.rule_id = r.id`
      : '';
  return db.query<SummaryRow>(
    `select r.id, r.name, r.description, r.active, r.body->>'on' as "on", r.version, r.broken, r.updated_at as "updatedAt",
        u.name as "updatedBy"
      from (select r.* from rules r ${fired} where ${where} and ${STATUS[query.status ?? 'all']}
        order by ${column} ${query.order ?? usual}, lower(r.name), r.id limit ${limit} offset ${offset}) r
      left join users u on u.account_id = r.account_id and u.id = r.updated_by
      ${fired}
      order by ${column} ${query.order ?? usual}, lower(r.name), r.id`,
    params,
  );
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
