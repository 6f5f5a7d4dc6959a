import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { Row, Statement } from './database';
import { encodeParameters } from './parameters';

const { serialize } = protocol;

/** Prepared statements that are kept: those used last. */
const KEPT = 200;

interface Prepared {
  readonly name: string;
  readonly columns: readonly { readonly name: string; parse(text: string): unknown }[];
}

/**
 * Statements of a transaction, prepared at their first use and sent to the embedded database together. Its own `query`
 * parses and plans each statement each time, in five messages that it answers one by one: an eighth of all that ingest
 * waits for.
 */
export class EmbeddedPipeline {
  readonly #pg: PGlite;
  /** By their SQL, the one used last at the end. */
  readonly #prepared = new Map<string, Prepared>();
  #count = 0;

  constructor(pg: PGlite) {
    this.#pg = pg;
  }

  /** Answers their rows. To be called inside a transaction. @throws what the first failing one meets; those after it do not run */
  async run(statements: readonly Statement[]): Promise<Row[][]> {
    const names = new Map<string, string>();
    const sent = statements.flatMap(({ sql, params = [] }) => {
      const known = this.#prepared.get(sql)?.name ?? names.get(sql);
      const name = known ?? `p${++this.#count}`;
      names.set(sql, name);
      return [
        ...(known ? [] : [serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name })]),
        serialize.bind({ statement: name, values: texts(params) }),
        serialize.execute(),
      ];
    });
    const answers: Row[][] = [];
    let described: Prepared['columns'] = [];
    let rows: Row[] = [];
    for (const message of await this.#send(sent)) {
      const sql = statements[answers.length]?.sql ?? '';
      const columns = this.#prepared.get(sql)?.columns ?? described;
      if (message instanceof messages.RowDescriptionMessage) described = this.#columnsOf(message);
      else if (message instanceof messages.DataRowMessage) rows.push(rowOf(message.fields, columns));
      else if (message.name === 'commandComplete' || message.name === 'emptyQuery') {
        this.#keep(sql, { name: names.get(sql) ?? '', columns });
        answers.push(rows);
        [rows, described] = [[], []];
      }
    }
    await this.#forgetOldest();
    return answers;
  }

  /** With the sync that ends what was sent, which also ends the skipping after an error. */
  async #send(parts: readonly Uint8Array[]) {
    try {
      return await this.#pg.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false });
    } catch (error) {
      // A table has other columns than when they were prepared.
      if (error instanceof messages.DatabaseError && error.code === '0A000') this.#prepared.clear();
      throw error;
    }
  }

  #keep(sql: string, prepared: Prepared): void {
    this.#prepared.delete(sql);
    this.#prepared.set(sql, prepared);
  }

  async #forgetOldest(): Promise<void> {
    const surplus = [...this.#prepared].slice(0, Math.max(0, this.#prepared.size - KEPT));
    if (surplus.length === 0) return;
    for (const [sql] of surplus) this.#prepared.delete(sql);
    await this.#send(surplus.map(([, { name }]) => serialize.close({ type: 'S', name })));
  }

  #columnsOf({ fields }: messages.RowDescriptionMessage): Prepared['columns'] {
    return fields.map(({ name, dataTypeID }) => ({ name, parse: this.#pg.parsers[dataTypeID] ?? String }));
  }
}

/** As the database reads them, whatever the type. */
function texts(params: readonly unknown[]): (string | null)[] {
  return encodeParameters(params).map((value) => {
    if (value === null) return null;
    return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(value);
  });
}

function rowOf(fields: readonly (string | null)[], columns: Prepared['columns']): Row {
  const row: Row = {};
  for (const [index, { name, parse }] of columns.entries()) {
    const text = fields[index] ?? null;
    row[name] = text === null ? null : parse(text);
  }
  return row;
}
