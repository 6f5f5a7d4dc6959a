import postgres from 'postgres';
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
    types: {
      // Strings are JSON text already; the default would encode them a second time.
      json: { to: 114, from: [114, 3802], serialize: jsonText, parse: (text: string) => JSON.parse(text) },
      bigint: { to: 20, from: [20], serialize: String, parse: safeInteger },
      day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
      date: { to: 1184, from: [1114, 1184], serialize: String, parse: (text: string) => new Date(text) },
    },
  });
  return {
    kind: 'postgres',
    ...runner(sql),
    async pipeline(statements) {
      const connection = await sql.reserve();
      try {
        return await runner(connection).pipeline(statements);
      } finally {
        connection.release();
      }
    },
    async transaction(fn) {
      // In a box, since postgres.js unwraps arrays and its type would unwrap promises.
      const box = await sql.begin(async (tx) => ({ result: await fn(runner(tx)) }));
      return box.result;
    },
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

function runner(sql: postgres.ISql): Runner {
  // Prepared: postgres.js sends only prepared statements without waiting for the answer before.
  const send = (text: string, params: readonly unknown[]) =>
    sql.unsafe(text, encodeParameters(params) as postgres.ParameterOrJSON<never>[], { prepare: true });
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

function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function safeInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
