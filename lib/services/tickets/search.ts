import type { Queries } from '@/db/client';
import { searchPattern } from '../search-pattern';

/**
 * Parts of words are looked for in the newest tickets that the filters leave, at most so many: no index serves them on
 * both databases, and a search must not read everything. Numbers, ids and addresses are found whatever their age.
 */
export const SEARCHED = 20_000;
/** So many matches are shown, the newest. */
const MOST_FOUND = 1_000;

export interface Found {
  readonly ids: readonly string[];
  /** There were more tickets than were searched, or more matches than are shown. */
  readonly partial: boolean;
}

/**
 * The ids of the tickets that hold a text.
 * @param where what else is asked of conversations `c`, with its values; `$1` is the account
 */
export async function searchTickets(
  db: Queries,
  text: string,
  where: string,
  values: readonly unknown[],
): Promise<Found> {
  const at = values.length + 1;
  const [pattern, exact, number] = [`$${at}`, `$${at + 1}`, `$${at + 2}`];
  const texts = ['c.subject', 'c.ext_id', 'u.ext_id', 'u.name', 'u.email'];
  const rows = await db.query<{ id: string | null; kind: 'newest' | 'exact' | 'searched'; count: number }>(
    `with newest as materialized (select c.id, c.account_id, c.customer_id, c.subject, c.ext_id, c.number
        from conversations c where ${where} and c.number is not null order by c.number desc limit ${SEARCHED + 1}),
      persons as (select id from customers where account_id = $1 and lower(email) = lower(${exact})
        union select id from customers where account_id = $1 and ext_id = ${exact})
    (select c.id, 'newest' as kind, 0 as count from newest c
      join customers u on u.account_id = c.account_id and u.id = c.customer_id
      where ${texts.map((each) => `${each} ilike ${pattern}`).join(' or ')} order by c.number desc limit ${MOST_FOUND})
    union all (select c.id, 'exact', 0 from conversations c where c.account_id = $1 and c.number = ${number}::bigint)
    union all (select c.id, 'exact', 0 from conversations c where c.account_id = $1 and c.ext_id = ${exact})
    union all (select c.id, 'exact', 0 from conversations c where c.account_id = $1
      and c.customer_id in (select id from persons) limit ${MOST_FOUND})
    union all select null, 'searched', count(*)::int from newest`,
    [
      ...values,
      searchPattern(text),
      text.trim(),
      /^#?\d{1,15}$/.test(text.trim()) ? text.trim().replace('#', '') : null,
    ],
  );
  const searched = rows.find(({ kind }) => kind === 'searched')?.count ?? 0;
  const ids = new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
  const newest = rows.filter(({ kind }) => kind === 'newest').length;
  return { ids: [...ids], partial: searched > SEARCHED || newest >= MOST_FOUND };
}
