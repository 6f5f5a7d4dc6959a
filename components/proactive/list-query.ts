import type { ProactiveQuery } from '@/lib/contracts/proactive';

/** What the address of the list says; the same names as the API's query. */
export const LIST_DEFAULTS = { search: '', status: 'all', brand: '', channel: '', sort: 'priority', page: '1' };
export type ListFilters = typeof LIST_DEFAULTS;
export type Status = NonNullable<ProactiveQuery['status']>;
export type Sort = NonNullable<ProactiveQuery['sort']>;

/** All that an account may have: the order is set on one page. */
export const PAGE_SIZE = 140;
export const STATUSES: readonly Status[] = ['all', 'live', 'draft', 'paused'];
export const SORTS: readonly Sort[] = ['priority', 'name', 'changed', 'shown'];

/** The query that an address asks for; what nobody offers falls back to the default. */
export function queryOf(filters: Readonly<Record<string, string | undefined>>): ProactiveQuery {
  const { search = '', status, brand, channel, sort } = filters;
  return {
    ...(search.trim() !== '' && { search: search.slice(0, 200) }),
    ...(brand && { brand: brand.slice(0, 64) }),
    ...(channel && { channel: channel.slice(0, 64) }),
    status: STATUSES.find((each) => each === status) ?? 'all',
    sort: SORTS.find((each) => each === sort) ?? 'priority',
    page: 1,
    pageSize: PAGE_SIZE,
  };
}

/** Whether the list shows every message in its order, so that it can be changed. */
export function isWholeOrder(query: ProactiveQuery): boolean {
  const { search, brand, channel, status, sort } = query;
  return !search && !brand && !channel && status === 'all' && sort === 'priority';
}
