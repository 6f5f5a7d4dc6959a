import type { WorkflowQuery } from '@/lib/contracts/workflow';

/** What the address of the list says; the same names as the API's query. */
export const LIST_DEFAULTS = { search: '', status: 'all', page: '1' };
export type ListFilters = typeof LIST_DEFAULTS;
export type Status = NonNullable<WorkflowQuery['status']>;

/** As many as the API gives at once: the order is set on one page wherever it can be. */
export const PAGE_SIZE = 200;
export const STATUSES: readonly Status[] = ['all', 'active', 'inactive', 'broken'];

/** The query that an address asks for; what nobody offers falls back to the default. */
export function queryOf(filters: Readonly<Record<string, string | undefined>>): WorkflowQuery {
  const { search = '', status, page } = filters;
  const number = Number(page);
  return {
    ...(search.trim() !== '' && { search: search.slice(0, 200) }),
    status: STATUSES.find((each) => each === status) ?? 'all',
    sort: 'position',
    page: Number.isSafeInteger(number) && number > 0 && number <= 100_000 ? number : 1,
    pageSize: PAGE_SIZE,
  };
}

/** Whether the list shows every workflow of its stretch in their order, so that it can be changed. */
export function isWholeOrder({ search, status }: WorkflowQuery): boolean {
  return !search && status === 'all';
}
