import type { Statement } from '@/db/client';
import { range } from '@/lib/contracts/list';
import type { TriggerQuery } from '@/lib/contracts/trigger';
import { fold } from '@/lib/engine/fold';

type Status = NonNullable<TriggerQuery['status']>;

const STATUS: Record<Status, string> = {
  all: 'true',
  active: 'r.active',
  inactive: 'not r.active',
  broken: 'r.broken is not null',
};

/** With the direction that is usual for each; the name settles what is equal. */
const SORTS = {
  position: { column: 'r.position', usual: 'asc' },
  status: { column: 'r.active', usual: 'desc' },
  name: { column: 'lower(r.name)', usual: 'asc' },
  changed: { column: 'r.updated_at', usual: 'desc' },
  fired: { column: 'coalesce(d.fired, 0)', usual: 'desc' },
} as const;

export type RuleQuery = Omit<TriggerQuery, 'sort'> & { readonly sort?: keyof typeof SORTS };

/**
 * What a list of rules asks the database: numbers by status, and one page. Apart from the list, so that plans can be read.
 * @param columns beside those of every list
 */
export function listStatements(
  accountId: string,
  family: string,
  query: RuleQuery,
  columns = '',
): { count: Statement; page: Statement } {
  const { found, params } = foundBy(accountId, family, query);
  return { count: { sql: countSql(found), params }, page: { sql: pageSql(found, query, columns), params } };
}

/** Ids of everything that the filters leave. */
export function matchingStatement(accountId: string, family: string, matching: Filters): Statement {
  const { found, params } = foundBy(accountId, family, matching);
  return {
    sql: `select r.id from rules r where ${found} and ${STATUS[matching.status ?? 'all']} order by r.id`,
    params,
  };
}

type Filters = Pick<TriggerQuery, 'search' | 'status' | 'event' | 'channel'>;

function foundBy(accountId: string, family: string, { search, event, channel }: Filters) {
  const wanted = fold(search?.trim() ?? '');
  const filters: [string, string | undefined][] = [
    // `%`, `_` and `\` in a search are ordinary characters.
    ['r.search like $?', wanted === '' ? undefined : `%${wanted.replace(/[\\%_]/g, '\\$&')}%`],
    [`r.body->>'on' = $?`, event],
    [`(r.channels = '{}' or $? = any(r.channels))`, channel],
  ];
  const used = filters.filter(([, value]) => value !== undefined);
  const found = [
    'r.account_id = $1 and r.family = $2 and r.deleted_at is null',
    ...used.map(([condition], index) => condition.replace('$?', `$${index + 3}`)),
  ].join(' and ');
  return { found, params: [accountId, family, ...used.map(([, value]) => value)] };
}

function countSql(found: string): string {
  return `select count(*)::int as "all", (count(*) filter (where r.active))::int as active,
    (count(*) filter (where not r.active))::int as inactive, (count(*) filter (where r.broken is not null))::int as broken
    from rules r where ${found}`;
}

/** Only ids and what is sorted by go through the sort; bodies are read for the page alone. */
function pageSql(found: string, query: RuleQuery, columns: string): string {
  const { column, usual } = SORTS[query.sort ?? 'status'];
  const order = query.order ?? usual;
  const { limit, offset } = range(query);
  const firedWeek = `left join (select rule_id, sum(fired) as fired from rule_days
    where account_id = $1 and day > (now() at time zone 'UTC')::date - 7 group by rule_id) d on d.rule_id = r.id`;
  return `select r.id, r.name, r.description, r.active, r.body->>'on' as "on", r.version, r.broken,
      r.updated_at as "updatedAt", u.name as "updatedBy"${columns}
    from (select r.id, ${column} as sorted, lower(r.name) as lowered from rules r ${query.sort === 'fired' ? firedWeek : ''}
      where ${found} and ${STATUS[query.status ?? 'all']}
      order by sorted ${order}, lowered, r.id limit ${limit} offset ${offset}) p
    join rules r on r.account_id = $1 and r.id = p.id
    left join users u on u.account_id = r.account_id and u.id = r.updated_by
    order by p.sorted ${order}, p.lowered, r.id`;
}
