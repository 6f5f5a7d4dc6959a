import type * as z from 'zod';
import { range } from '@/lib/contracts/list';
import type { TriggerQuery, TriggerSummary, triggerPage } from '@/lib/contracts/trigger';
import { fold } from '@/lib/engine/fold';
import type { Context } from '../context';
import { permit } from '../permit';

export type TriggerPage = z.output<typeof triggerPage>;

const DAYS = 7;

/** Rows of one page with their figures of the last seven days, and how many there are of each status. */
export async function listTriggers({ db, actor }: Context, query: TriggerQuery): Promise<TriggerPage> {
  permit(actor, 'rules.read');
  const { limit, offset } = range(query);
  const search = query.search ? `%${fold(query.search).replace(/[\\%_]/g, '\\$&')}%` : null;
  const status = query.status ?? 'all';
  const [counts] = await db.query<TriggerPage['counts']>(COUNTS, [actor.accountId, search]);
  const rows = await db.query<PageRow>(pageStatement(query), [actor.accountId, search, status, limit, offset]);
  const figures = await readFigures(
    db,
    actor.accountId,
    rows.map(({ id }) => id),
  );
  return {
    items: rows.map((row) => summary(row, figures.get(row.id) ?? [])),
    total: counts?.[status] ?? 0,
    counts: counts ?? { all: 0, active: 0, inactive: 0, broken: 0 },
  };
}

type PageRow = Pick<
  TriggerSummary,
  'id' | 'name' | 'description' | 'active' | 'on' | 'version' | 'broken' | 'updatedBy'
> & { updatedAt: Date };

const WHERE = `account_id = $1 and family = 'trigger' and deleted_at is null and ($2::text is null or search like $2)`;

const COUNTS = `select count(*)::int as all, count(*) filter (where active)::int as active,
  count(*) filter (where not active)::int as inactive, count(*) filter (where broken is not null)::int as broken
  from rules where ${WHERE}`;

/** The page is found on narrow columns first; bodies are read for its rows alone. */
function pageStatement({ sort = 'name', order }: TriggerQuery): string {
  const direction = order ?? (sort === 'name' ? 'asc' : 'desc');
  const fired = `(select coalesce(sum(d.fired), 0) from rule_days d where d.account_id = $1 and d.rule_id = rules.id and d.day > current_date - ${DAYS})`;
  const key = { status: 'active', name: 'lower(name)', changed: 'updated_at', fired }[sort];
  const ordering = `${key} ${direction}, lower(name), id`;
  return `with page as (select id, row_number() over (order by ${ordering}) as place from rules
      where ${WHERE} and case $3::text when 'active' then active when 'inactive' then not active when 'broken' then broken is not null else true end
      order by ${ordering} limit $4 offset $5)
    select r.id, r.name, r.description, r.active, r.body->>'on' as "on", r.version, r.broken, r.updated_at as "updatedAt", u.name as "updatedBy"
    from page join rules r on r.account_id = $1 and r.id = page.id
    left join users u on u.account_id = $1 and u.id = r.updated_by order by page.place`;
}

type Figure = { ruleId: string; ago: number; fired: number; failed: number };

async function readFigures(
  db: Context['db'],
  accountId: string,
  ids: readonly string[],
): Promise<Map<string, Figure[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<Figure>(
    `select rule_id as "ruleId", (current_date - day)::int as ago, fired, failed from rule_days
      where account_id = $1 and rule_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb)) and day > current_date - ${DAYS}`,
    [accountId, JSON.stringify(ids)],
  );
  return Map.groupBy(rows, ({ ruleId }) => ruleId);
}

function summary({ updatedAt, ...row }: PageRow, figures: readonly Figure[]): TriggerSummary {
  const days = Array.from(
    { length: DAYS },
    (_, index) => figures.find(({ ago }) => ago === DAYS - 1 - index)?.fired ?? 0,
  );
  return {
    ...row,
    updatedAt: updatedAt.toISOString(),
    fired: days.reduce((sum, each) => sum + each, 0),
    failed: figures.reduce((sum, { failed }) => sum + failed, 0),
    days,
  };
}
