import { firingFamilies, firingStates } from '@/lib/contracts/firing';

export const RANGES = ['24h', 'today', '7d', '30d', 'custom'] as const;
export type Range = (typeof RANGES)[number];

/** What the address of the log says; empty means everything. */
export interface LogFilters {
  search: string;
  family: string;
  rule: string;
  event: string;
  outcome: string;
  conversation: string;
  customer: string;
  range: Range;
  /** With `custom`: local times `2026-11-12T14:00`, in the reader's time zone. */
  from: string;
  to: string;
  cursor: string;
}

export const NO_FILTERS: LogFilters = {
  ...{ search: '', family: '', rule: '', event: '', outcome: '', conversation: '', customer: '' },
  ...{ range: '24h', from: '', to: '', cursor: '' },
};

export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what nobody offers is left out. */
export function readLogFilters(params: AddressParams): LogFilters {
  const text = (name: string) => first(params[name]).slice(0, 200);
  return {
    search: text('search'),
    family: firingFamilies.find((each) => each === text('family')) ?? '',
    rule: text('rule'),
    event: text('event'),
    outcome: firingStates.find((each) => each === text('outcome')) ?? '',
    conversation: text('conversation'),
    customer: text('customer'),
    range: RANGES.find((each) => each === text('range')) ?? '24h',
    from: text('from'),
    to: text('to'),
    cursor: text('cursor'),
  };
}

/** The address of the log with some filters changed; a change of any other filter goes back to the newest. */
export function logAddress(filters: LogFilters, changes: Partial<LogFilters> = {}): string {
  const next = { ...filters, cursor: '', ...changes };
  if (next.range !== 'custom') Object.assign(next, { from: '', to: '' });
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (value !== NO_FILTERS[key as keyof LogFilters]) params.set(key, value);
  }
  const query = params.toString();
  return query === '' ? '/log' : `/log?${query}`;
}

/** Whether anything but the time narrows the log. */
export function isNarrowed({ search, family, rule, event, outcome, conversation, customer }: LogFilters): boolean {
  return [search, family, rule, event, outcome, conversation, customer].some((value) => value !== '');
}

export function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
