export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export function firstValues(params: Awaited<SearchParams>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]]));
}

/** For choosing among all of them; an account has few. */
export const EVERYTHING = { page: 1, pageSize: 2_000 };
