import type { CustomerQuery } from '@/lib/contracts/customer';

/** What the address of the list says. */
export interface PeopleFilters {
  search: string;
  kind: '' | 'identified' | 'anonymous';
  state: '' | 'suspended' | 'active';
  tag: string;
  seen: Seen;
  sort: Sort;
  page: number;
}

export const KINDS = ['', 'identified', 'anonymous'] as const;
export const STATES = ['', 'active', 'suspended'] as const;
export const SEEN = ['', 'day', 'week', 'month', 'longer'] as const;
export const SORTS = ['seen', 'name', 'created'] as const;
export type Seen = (typeof SEEN)[number];
export type Sort = (typeof SORTS)[number];

export const PAGE_SIZE = 50;
export const NO_FILTERS: PeopleFilters = { search: '', kind: '', state: '', tag: '', seen: '', sort: 'seen', page: 1 };

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What nobody offers falls back to the default. */
export function readFilters(params: Params): PeopleFilters {
  const text = (name: string) => [params[name]].flat()[0] ?? '';
  const oneOf = <T extends string>(name: string, values: readonly T[]) => values.find((value) => value === text(name));
  const page = Number(text('page'));
  return {
    search: text('search').slice(0, 200),
    kind: oneOf('kind', KINDS) ?? '',
    state: oneOf('state', STATES) ?? '',
    tag: text('tag').slice(0, 80),
    seen: oneOf('seen', SEEN) ?? '',
    sort: oneOf('sort', SORTS) ?? 'seen',
    page: Number.isSafeInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  };
}

/** Another filter begins at the first page. */
export function peopleAddress(filters: PeopleFilters, changes: Partial<PeopleFilters> = {}, base = '/people'): string {
  const next = { ...filters, page: 1, ...changes };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (value !== NO_FILTERS[key as keyof PeopleFilters]) params.set(key, String(value));
  }
  const query = params.toString();
  return query === '' ? base : `${base}?${query}`;
}

/** Whether anything but the order narrows the list. */
export function isNarrowed({ search, kind, state, tag, seen }: PeopleFilters): boolean {
  return [search.trim(), kind, state, tag, seen].some((value) => value !== '');
}

const DAYS = { day: 1, week: 7, month: 30, longer: 30 } as const;

/** The query that the filters mean at this moment. */
export function queryOf(filters: PeopleFilters, now: Date): CustomerQuery {
  const { search, kind, state, tag, seen, sort, page } = filters;
  const since = seen === '' ? '' : new Date(now.getTime() - DAYS[seen] * 86_400_000).toISOString();
  return {
    ...(search.trim() !== '' && { search }),
    ...(kind !== '' && { kind }),
    ...(state !== '' && { suspended: state === 'suspended' }),
    ...(tag !== '' && { tag }),
    ...(seen === 'longer' ? { seenBefore: since } : seen !== '' && { seenAfter: since }),
    ...{ sort, page, pageSize: PAGE_SIZE },
  };
}
