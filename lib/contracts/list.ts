import * as z from 'zod';

/** Page of a list: `{ items, total }`, where `total` counts what the filters leave. */
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), total: z.int() });

export type Page<T> = { items: T[]; total: number };

/** Part of a log: `next` goes into `cursor` to get what is older. */
export const sliceOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export type Slice<T> = { items: T[]; next: string | null };

const pageNumber = z.coerce.number().int().min(1).max(100_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(200).default(50);

/** Query of a paged list; `sort` is one of `sorts`, the first one by default. Add filters by `.extend`. */
export const pageQuery = <const S extends readonly [string, ...string[]]>(sorts: S) =>
  z.strictObject({
    search: z.string().max(200).optional(),
    sort: z.enum(sorts).optional(),
    order: z.enum(['asc', 'desc']).optional(),
    page: pageNumber,
    pageSize,
  });

/** Query of a log. Add filters by `.extend`. */
export const sliceQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What a query string calls true: `true`, `1` or an empty value (`?force`). */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', ''])])
  .transform((value) => value === true || value === 'true' || value === '1' || value === '');

/** Offset and size for SQL. */
export function range(query: { page: number; pageSize: number }): { limit: number; offset: number } {
  return { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
}

/** Query of a deletion that asks first. */
export const forceQuery = z.strictObject({ force: flag.optional() });
