/** What the address of the list of tickets says, and the query that it means. */
import { sentiment, type TicketQuery, ticketContext, ticketType } from '@/lib/contracts/ticket';

export const PAGE_SIZE = 50;
export const CLASSES = ['open', 'closed', 'any'] as const;
export const RESPONSES = ['not_replied', 'replied'] as const;
export const RANGES = ['today', '7d', '30d', 'custom'] as const;
export const SORTS = ['newest', 'oldest', 'reply', 'reply_oldest'] as const;
export const TYPES = ticketType.options;
export const CONTEXTS = ticketContext.options;
export const SENTIMENTS = sentiment.options;

/** Empty means any. Days are local: `2026-11-12`, both ends included. */
export const NO_FILTERS = {
  ...{ search: '', class: 'open', status: '', response: '', assignee: '', inbox: '', type: '', context: '' },
  ...{ sentiment: '', tag: '', source: '', created: '', createdFrom: '', createdTo: '' },
  ...{ replied: '', repliedFrom: '', repliedTo: '', sort: 'newest', cursor: '' },
};
export type TicketFilters = typeof NO_FILTERS;

/** What stands behind "More filters". */
export const MORE = ['inbox', 'type', 'context', 'sentiment', 'tag', 'source', 'created', 'replied'] as const;

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export function readFilters(params: Params): TicketFilters {
  const given = Object.entries(NO_FILTERS).map(([key, value]) => [
    key,
    [params[key]].flat()[0]?.slice(0, 200) ?? value,
  ]);
  // Exactly the keys of the defaults.
  return Object.fromEntries(given) as TicketFilters;
}

/** Whether anything but the order narrows the list beyond what it begins with. */
export function isNarrowed(filters: TicketFilters): boolean {
  const { sort: _sort, cursor: _cursor, class: ofClass, search, ...others } = filters;
  return ofClass !== NO_FILTERS.class || search.trim() !== '' || Object.values(others).some((value) => value !== '');
}

export interface Days {
  /** The beginning of today, or of so many days before it; ISO 8601. */
  before(days: number): string;
  /** The beginning of a local day, or of the one after it; null for what is no day. */
  day(day: string, later: 0 | 1): string | null;
}

const DAYS_BEFORE: Readonly<Record<string, number>> = { today: 0, '7d': 6, '30d': 29 };
const SORTED: Readonly<Record<string, Pick<TicketQuery, 'sort' | 'order'>>> = {
  newest: {},
  oldest: { order: 'asc' },
  reply: { sort: 'customer_reply' },
  reply_oldest: { sort: 'customer_reply', order: 'asc' },
};

/** What nobody offers is left out. */
export function queryOf(filters: TicketFilters, days: Days): TicketQuery {
  const { search, cursor } = filters;
  const one = <T extends string>(value: string, values: readonly T[]) => values.find((each) => each === value);
  const text = (name: 'status' | 'assignee' | 'inbox' | 'tag' | 'source', most: number) =>
    filters[name] !== '' && { [name]: filters[name].slice(0, most) };
  const [from, to] = stretch(filters.created, filters.createdFrom, filters.createdTo, days);
  const [repliedFrom, repliedTo] = stretch(filters.replied, filters.repliedFrom, filters.repliedTo, days);
  return defined({
    limit: PAGE_SIZE,
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(cursor !== '' && { cursor }),
    ...{ ...text('status', 64), ...text('assignee', 64), ...text('inbox', 64), ...text('tag', 80) },
    ...text('source', 200),
    class: one(filters.class, ['open', 'closed']),
    response: one(filters.response, RESPONSES),
    type: one(filters.type, TYPES),
    context: one(filters.context, CONTEXTS),
    sentiment: one(filters.sentiment, SENTIMENTS),
    ...{ from, to, repliedFrom, repliedTo },
    ...SORTED[filters.sort],
  });
}

function stretch(range: string, from: string, to: string, days: Days): [from?: string, to?: string] {
  const before = DAYS_BEFORE[range];
  if (before !== undefined) return [days.before(before)];
  if (range !== 'custom') return [];
  return [days.day(from, 0) ?? undefined, days.day(to, 1) ?? undefined];
}

function defined<T extends object>(query: T): T {
  // Only what is undefined goes, which every optional key may be.
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T;
}
