import postgres from 'postgres';
import { parseArrayLiteral } from './array-literal';
import type { Row, Statement } from './database';
import { connectionSettings, type Driver, type Runner } from './driver';
import { encodeParameters } from './parameters';

export interface ServerOptions {
  /** `postgres://…` */
  url: string;
  /** Connections of this process; default 10. */
  connections?: number;
  applicationName?: string;
}

export function openServer({ url, connections = 10, applicationName = 'signalbox' }: ServerOptions): Driver {
  const sql = postgres(url, {
    max: connections,
    connection: { ...connectionSettings, application_name: applicationName },
    connect_timeout: 10,
    onnotice: () => {},
    // Not `fetch_types: false`: then reserve() waits for ever when it is the first to want a connection.
    types: {
      // Strings are JSON text already; the default would encode them a second time.
      json: { to: 114, from: [114, 3802], serialize: jsonText, parse: (text: string) => JSON.parse(text) },
      bigint: { to: 20, from: [20], serialize: String, parse: safeInteger },
      day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
      date: { to: 1184, from: [1114, 1184], serialize: String, parse: toDate },
      ...arrayTypes,
    },
  });
  return {
    kind: 'postgres',
    ...runner(sql),
    pipeline: (statements) => pipelineOnOneConnection(sql, statements),
    transaction: (fn) => runTransaction(sql, fn),
    async listen(channel, fn, onReconnect) {
      let first = true;
      const onListen = () => {
        if (!first) onReconnect();
        first = false;
      };
      const subscription = await sql.listen(channel, (payload) => queueMicrotask(() => fn(payload)), onListen);
      return () => subscription.unlisten();
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

async function pipelineOnOneConnection(sql: postgres.Sql, statements: readonly Statement[]): Promise<Row[][]> {
  const connection = await sql.reserve();
  try {
    const results = await runner(connection).pipeline(statements);
    connection.release();
    return results;
  } catch (error) {
    // A closed connection has left the reservation; releasing it would offer it to the next caller.
    if (!isConnectionLoss(error)) connection.release();
    throw error;
  }
}

/**
 * postgres.js goes on to send `rollback`, or whatever `fn` sends, over a connection that has closed:
 * an exception in a timer that ends the process, or a statement inside the transaction of whoever
 * has reconnected it. So after a loss nothing is sent, and its own continuation is left hanging.
 */
async function runTransaction<T>(sql: postgres.Sql, fn: (runner: Runner) => Promise<T>): Promise<T> {
  let lost = false;
  const assertConnected = () => {
    if (lost)
      throw Object.assign(new Error('The connection was lost during the transaction'), { code: connectionLost });
  };
  const boxed = sql.begin(async (tx) => {
    try {
      // In a box, since postgres.js unwraps arrays.
      return { result: await fn(runner(tx, assertConnected)) };
    } catch (error) {
      // A loss rejects the pending statement first and is told to `begin` a moment later.
      await new Promise((done) => setImmediate(done));
      if (lost) await new Promise(() => {});
      throw error;
    }
  });
  boxed.catch(() => {
    lost = true;
  });
  return (await boxed).result;
}

const connectionLost = 'CONNECTION_CLOSED';

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return 'errno' in error || String(error.code).startsWith('CONNECTION_');
}

function runner(sql: postgres.ISql, assertConnected = () => {}): Runner {
  // Prepared: postgres.js sends only prepared statements without waiting for the answer before.
  const send = (text: string, params: readonly unknown[]) => {
    assertConnected();
    return sql.unsafe(text, encodeParameters(params) as postgres.ParameterOrJSON<never>[], { prepare: true });
  };
  return {
    rows: async (text, params) => [...(await send(text, params))],
    values: async (text, params) => [...(await send(text, params).values())],
    async pipeline(statements) {
      const sent = statements.map(({ sql: text, params }) => send(text, params ?? []).execute());
      const settled = await Promise.allSettled(sent);
      return settled.map((outcome) => {
        // The first failure is the cause; later statements fail because the transaction is aborted.
        if (outcome.status === 'rejected') throw outcome.reason;
        return [...outcome.value];
      });
    },
  };
}

/** Object ids of array types, from pg_type. Values in are literals already (`encodeParameters`). */
const arrayTypes = Object.fromEntries([
  arrays('texts', [1009, 1015, 1002, 1003, 2951, 1182], (text) => text),
  arrays('numbers', [1005, 1007, 1021, 1022, 1028], Number),
  arrays('bigints', [1016], safeInteger),
  arrays('booleans', [1000], (text) => text === 't'),
  arrays('dates', [1115, 1185], toDate),
  arrays('jsons', [199, 3807], (text) => JSON.parse(text)),
]);

function arrays(name: string, [to = 0, ...others]: number[], parse: (text: string) => unknown) {
  const type = {
    to,
    from: [to, ...others],
    serialize: String,
    parse: (text: string) => parseArrayLiteral(text, parse),
  };
  return [name, type] as const;
}

function toDate(text: string): Date {
  return new Date(text);
}

function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function safeInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
