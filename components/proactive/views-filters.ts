/** What the address of the pages of visits says; empty means everything. */
export interface ViewsFilters {
  search: string;
  message: string;
  channel: string;
  customer: string;
  visit: string;
  /** `1`: only pages on which nothing was shown. */
  nothing: string;
  cursor: string;
}

export const NO_FILTERS: ViewsFilters = {
  ...{ search: '', message: '', channel: '', customer: '', visit: '', nothing: '', cursor: '' },
};

/** Reads an address. */
export function readViewsFilters(params: Readonly<Record<string, string | string[] | undefined>>): ViewsFilters {
  const text = (name: string) => [params[name]].flat()[0]?.slice(0, 200) ?? '';
  return Object.fromEntries(
    Object.keys(NO_FILTERS).map((name) => [name, text(name)]),
    // The object has exactly the keys of the filters.
  ) as unknown as ViewsFilters;
}

/** The address with some filters changed, from the newest on. */
export function viewsAddress(filters: ViewsFilters, changes: Partial<ViewsFilters> = {}): string {
  const given = Object.entries({ ...filters, cursor: '', ...changes }).filter(([, value]) => value !== '');
  return given.length === 0 ? '/proactive/views' : `/proactive/views?${new URLSearchParams(given)}`;
}
