/** What the address of the change history says; empty means everything. */
export interface HistoryFilters {
  kind: string;
  actor: string;
  range: Range;
  /** With `custom`: local days `2026-11-12`, both included. */
  from: string;
  to: string;
  cursor: string;
}

export const RANGES = ['any', 'today', '7d', '30d', 'custom'] as const;
export type Range = (typeof RANGES)[number];

const NO_FILTERS: HistoryFilters = { kind: '', actor: '', range: 'any', from: '', to: '', cursor: '' };

export function readHistoryFilters(params: Readonly<Record<string, string | string[] | undefined>>): HistoryFilters {
  const text = (name: string) => ([params[name]].flat()[0] ?? '').slice(0, 100);
  return {
    ...{ kind: text('kind').slice(0, 40), actor: text('actor'), from: text('from'), to: text('to') },
    range: RANGES.find((each) => each === text('range')) ?? 'any',
    cursor: text('cursor'),
  };
}

/** A change of any other filter goes back to the newest. */
export function historyAddress(filters: HistoryFilters, changes: Partial<HistoryFilters> = {}): string {
  const next = { ...filters, cursor: '', ...changes };
  if (next.range !== 'custom') Object.assign(next, { from: '', to: '' });
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (value !== NO_FILTERS[key as keyof HistoryFilters]) params.set(key, value);
  }
  const query = params.toString();
  return query === '' ? '/settings/history' : `/settings/history?${query}`;
}

export function isNarrowed({ kind, actor, range }: HistoryFilters): boolean {
  return kind !== '' || actor !== '' || range !== 'any';
}
