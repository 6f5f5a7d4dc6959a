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

/** `id, ext_id as "extId", …` of the alias, so that rows come out as they go in. */
export function selectList<Row>(table: Table<Row>, alias: string): string {
  return namesOf(table)
    .map((name) => `${alias}.${snake(name)} as "${name}"`)
    .join(', ');
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
