/**
 * Rows go to the database set-wise: one statement and one JSON text per table, however many rows. Each row is an array:
 * `jsonb_to_recordset` would have the database sort and find the names of every row again. Columns are declared once, by
 * their name in the row; the name in the database is the same in snake case.
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
  const names = namesOf(table);
  const isMoment = names.map((name) => table.columns[name] === 'timestamptz');
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return answers.map(({ row }) => {
    const values = row as readonly unknown[];
    const made: Record<string, unknown> = { ...empty };
    // By index: this makes fifty values for every row, and an iterator's pairs are garbage for each.
    for (let index = 0; index < names.length; index++) {
      const value = values[index];
      // The only type of a column that JSON knows no value for.
      made[names[index] as string] = isMoment[index] && typeof value === 'string' ? new Date(value) : value;
    }
    // By the table's own columns.
    return made as Row;
  });
}

export function insertRows<Row>(table: Table<Row>, accountId: string, rows: readonly Row[]): Statement {
  return { sql: insertSql(table), params: [accountId, textOf(table, rows)] };
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
  const sql = `update ${table.name} t set ${assignments}${also} from ${recordsOf(table)} where t.account_id = $1${listed} and ${found}${only}`;
  return { sql, params: [accountId, textOf(table, rows), rows.map((row) => row[id])] };
}

function insertSql<Row>(table: Table<Row>): string {
  const names = namesOf(table);
  const values = names.map((name) => `r."${name}"`).join(', ');
  return `insert into ${table.name} (account_id, ${names.map(snake).join(', ')}) select $1, ${values} from ${recordsOf(table)}`;
}

/**
 * The rows that `textOf` wrote as `$2`, under the name `r`, with the table's columns by their names in the row. With
 * `offset` each value is made once; a join would else make the keys of all rows again for each row that it looks for.
 */
export function recordsOf<Row>(table: Table<Row>): string {
  const values = namesOf(table).map((name, index) => `${valueAt(index, table.columns[name])} as "${name}"`);
  return `(select ${values.join(', ')} from jsonb_array_elements($2::text::jsonb) as e(a) offset 0) as r`;
}

function valueAt(index: number, type: ColumnType): string {
  if (type === 'jsonb') return `nullif(a -> ${index}, 'null')`;
  if (type === 'text[]') return `array(select jsonb_array_elements_text(a -> ${index}))`;
  return type === 'text' ? `a ->> ${index}` : `(a ->> ${index})::${type}`;
}

/** For `recordsOf`. */
export function textOf<Row>(table: Table<Row>, rows: readonly Row[]): string {
  const names = namesOf(table);
  return JSON.stringify(rows.map((row) => names.map((name) => row[name])));
}

function namesOf<Row>(table: Table<Row>): (keyof Row & string)[] {
  // Object.keys forgets the type of the keys.
  return Object.keys(table.columns) as (keyof Row & string)[];
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
