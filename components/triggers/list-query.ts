import type { TriggerMatching, TriggerQuery } from '@/lib/contracts/trigger';

/** What the address of the list says; the same names as the API's query. */
export const LIST_DEFAULTS = {
  search: '',
  status: 'all',
  event: '',
  channel: '',
  sort: 'status',
  order: '',
  page: '1',
};
export type ListFilters = typeof LIST_DEFAULTS;
export type Status = NonNullable<TriggerQuery['status']>;
export type Sort = NonNullable<TriggerQuery['sort']>;
export type Order = 'asc' | 'desc';

export const PAGE_SIZE = 50;
export const STATUSES: readonly Status[] = ['all', 'active', 'inactive', 'broken'];
export const SORTS: readonly Sort[] = ['status', 'name', 'changed', 'fired'];

/** The query that an address asks for; what nobody offers falls back to the default. */
export function queryOf(filters: Readonly<Record<string, string | undefined>>): TriggerQuery {
  const { search = '', status, event, channel, sort, order, page } = filters;
  const number = Number(page);
  return {
    ...(search.trim() !== '' && { search: search.slice(0, 200) }),
    status: STATUSES.find((each) => each === status) ?? 'all',
    ...(event && { event: event.slice(0, 64) }),
    ...(channel && { channel: channel.slice(0, 64) }),
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

/** What a query leaves, without order and page: a verb on everything takes it. */
export function matchingOf({ search, status, event, channel }: TriggerQuery): TriggerMatching {
  return { ...(search && { search }), status, ...(event && { event }), ...(channel && { channel }) };
}

/** Whether anything but the order narrows the list. */
export function isNarrowed(query: TriggerQuery): boolean {
  return Boolean(query.search || query.event || query.channel) || query.status !== 'all';
}
