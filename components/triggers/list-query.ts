import type { TriggerQuery } from '@/lib/contracts/trigger';

/** What the address of the list says; the same names as the API's query. */
export const LIST_DEFAULTS = { search: '', status: 'all', sort: 'status', order: '', page: '1' };
export type ListFilters = typeof LIST_DEFAULTS;
export type Status = NonNullable<TriggerQuery['status']>;
export type Sort = NonNullable<TriggerQuery['sort']>;
export type Order = 'asc' | 'desc';

export const PAGE_SIZE = 50;
export const STATUSES: readonly Status[] = ['all', 'active', 'inactive', 'broken'];
export const SORTS: readonly Sort[] = ['status', 'name', 'changed', 'fired'];

/** The query that an address asks for; what nobody offers falls back to the default. */
export function queryOf(filters: Readonly<Record<string, string | undefined>>): TriggerQuery {
  const { search = '', status, sort, order, page } = filters;
  const number = Number(page);
  return {
    ...(search.trim() !== '' && { search: search.slice(0, 200) }),
    status: STATUSES.find((each) => each === status) ?? 'all',
    sort: SORTS.find((each) => each === sort) ?? 'status',
    ...((order === 'asc' || order === 'desc') && { order }),
    page: Number.isSafeInteger(number) && number > 0 && number <= 100_000 ? number : 1,
    pageSize: PAGE_SIZE,
  };
}

/** The direction that a column is usually wanted in: names from A, numbers from the largest. */
export function usualOrder(sort: Sort): Order {
  return sort === 'name' ? 'asc' : 'desc';
}
