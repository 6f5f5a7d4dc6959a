/**
 * Rows go to the database set-wise: one statement and one JSON text per table (`jsonb_to_recordset`), however many
 * rows. Columns are declared once, by their name in the row; the name in the database is the same in snake case.
 */
import type { Statement } from '@/db/client';

export type ColumnType =
  | 'uuid'
  | 'text'
  | 'text[]'
  | 'integer'
  | 'smallint'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb'
  | 'bytea';
export type Columns<Row> = { readonly [Name in keyof Row]-?: ColumnType };

/** Names of the columns that make up a key, a uuid first. */
export type Key<Row> = readonly [keyof Row & string, ...(keyof Row & string)[]];

export interface Table<Row> {
  readonly name: string;
  readonly columns: Columns<Row>;
  /** Columns that an update assigns in a way of its own. */
  readonly assignedApart?: readonly (keyof Row & string)[];
}

/**
 * The alias's row as one JSON array, read by `rowsOf`. A result with a column for each of 54 values costs three times
 * as much on both sides, more than all else about reading a row.
 */
export function selectRow<Row>(table: Table<Row>, alias: string): string {
  return `json_build_array(${namesOf(table).map((name) => `${alias}.${snake(name)}`)}) as "row"`;
}

/** The rows of a statement with `selectRow`, as they go in. */
export function rowsOf<Row extends object>(table: Table<Row>, answers: readonly { row?: unknown }[]): Row[] {
  const columns = Object.entries<ColumnType>(table.columns);
  const empty = Object.fromEntries(columns.map(([name]) => [name, null]));
  return answers.map(({ row }) => {
    const values = row as readonly unknown[];
    const made: Record<string, unknown> = { ...empty };
    for (const [index, [name, type]] of columns.entries()) {
      const value = values[index];
      // The only type of a column that JSON knows no value for.
      made[name] = type === 'timestamptz' && typeof value === 'string' ? new Date(value) : value;
    }
    // By the table's own columns.
    return made as Row;
  });
}

export function insertRows<Row>(table: Table<Row>, accountId: string, rows: readonly Row[]): Statement {
  return { sql: insertSql(table), params: [accountId, JSON.stringify(rows)] };
}

/**
 * Updates rows that are already locked, found by `key`, whose first column is a uuid; `also` adds assignments and `only`
 * conditions (`t` is the table, `r` the row).
 */
export function updateRows<Row>(
  table: Table<Row>,
  accountId: string,
  rows: readonly Row[],
  key: Key<Row>,
  also = '',
  only = '',
): Statement {
  const set = namesOf(table).filter((name) => !key.includes(name) && !table.assignedApart?.includes(name));
  const assignments = set.map((name) => `${snake(name)} = r."${name}"`).join(', ');
  const found = key.map((name) => `t.${snake(name)} = r."${name}"`).join(' and ');
  // The planner takes a JSON text for a hundred rows and would read a small table whole; with the ids it uses the index.
  const [id] = key;
  const listed = ` and t.${snake(id)} = any($3::uuid[])`;
  const sql = `update ${table.name} t set ${assignments}${also} from ${recordset(table)} where t.account_id = $1${listed} and ${found}${only}`;
  return { sql, params: [accountId, JSON.stringify(rows), rows.map((row) => row[id])] };
}

function insertSql<Row>(table: Table<Row>): string {
  const names = namesOf(table);
  const values = names.map((name) => `r."${name}"`).join(', ');
  return `insert into ${table.name} (account_id, ${names.map(snake).join(', ')}) select $1, ${values} from ${recordset(table)}`;
}

function recordset<Row>(table: Table<Row>): string {
  const definitions = namesOf(table).map((name) => `"${name}" ${table.columns[name]}`);
  return `jsonb_to_recordset($2::text::jsonb) as r(${definitions.join(', ')})`;
}

function namesOf<Row>(table: Table<Row>): (keyof Row & string)[] {
  // Object.keys forgets the type of the keys.
  return Object.keys(table.columns) as (keyof Row & string)[];
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
