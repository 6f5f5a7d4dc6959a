import { type ChannelQuery, channelKind } from '@/lib/contracts/channel';

/** What the address of the list says; the same names as the API's query. */
export const LIST_DEFAULTS = { search: '', status: 'all', kind: 'all', page: '1' };
export type ListFilters = typeof LIST_DEFAULTS;

export const PAGE_SIZE = 50;
export const STATUSES = ['all', 'active', 'inactive'] as const;
export const KINDS = channelKind.options;

/** The query that an address asks for; what nobody offers falls back to the default. */
export function queryOf(filters: Readonly<Record<string, string | undefined>>): ChannelQuery {
  const { search = '', status, kind, page } = filters;
  const number = Number(page);
  const known = KINDS.find((each) => each === kind);
  return {
    ...(search.trim() !== '' && { search: search.slice(0, 200) }),
    status: STATUSES.find((each) => each === status) ?? 'all',
    ...(known && { kind: known }),
    page: Number.isSafeInteger(number) && number > 0 && number <= 100_000 ? number : 1,
    pageSize: PAGE_SIZE,
  };
}
