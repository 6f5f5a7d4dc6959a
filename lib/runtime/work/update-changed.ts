import type { Statement } from '@/db/client';
import { type Table, updateRows } from './table';

/**
 * Updates rows in the columns that at least one of them changed in, and leaves out rows that are as they were: a
 * column that is not written costs nothing, and an index over it stays as it is.
 * @param also assignments that belong to the columns that are written
 */
export function updateChanged<Row extends { readonly id: string }>(
  table: Table<Row>,
  accountId: string,
  before: ReadonlyMap<string, Row>,
  now: (id: string) => Row,
  also: (columns: ReadonlySet<string>) => string = () => '',
): Statement[] {
  const names = Object.keys(table.columns) as (keyof Row & string)[];
  const columns = new Set<string>();
  const rows: Row[] = [];
  for (const [id, old] of before) {
    const row = now(id);
    let changed = false;
    for (const name of names) {
      if (!differs(old[name], row[name])) continue;
      changed = true;
      columns.add(name);
    }
    if (changed) rows.push(row);
  }
  if (rows.length === 0) return [];
  const named = Object.entries(table.columns).filter(([name]) => name === 'id' || columns.has(name));
  // A table of some of the columns, which is all that is read of the rows.
  const part = { ...table, columns: Object.fromEntries(named) } as Table<Row>;
  return [updateRows(part, accountId, rows, ['id'], also(columns))];
}

function differs(a: unknown, b: unknown): boolean {
  if (a === b) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() !== b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return a.length !== b.length || a.some((each, index) => each !== b[index]);
  return true;
}
