import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Drizzle } from './database';
import type { Runner } from './driver';
import * as schema from './schema';

/**
 * Drizzle on top of our own runner (its "proxy" driver), so that both databases share one code path.
 * Drizzle's own adapter for postgres.js changes the parsers of the client it is given.
 */
export function createDrizzle(runner: Pick<Runner, 'rows' | 'values'>): Drizzle {
  const database = drizzle(
    async (sql, params, method) =>
      method === 'execute' ? { rows: await runner.rows(sql, params) } : { rows: await runner.values(sql, params) },
    { schema, casing: 'snake_case' },
  );
  keepErrorsAsTheyAre(database);
  return database;
}

interface PreparedQuery {
  queryWithCache(sql: string, params: unknown[], run: () => Promise<unknown>): Promise<unknown>;
}

interface Session {
  prepareQuery(...args: unknown[]): PreparedQuery;
}

/** Drizzle wraps every error into one whose message lists the parameters: personal data in logs. */
function keepErrorsAsTheyAre(database: Drizzle): void {
  // The session is Drizzle's internal: not in its types, but stable since its first version.
  const session: Session = Reflect.get(database._, 'session') as unknown as Session;
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (...args) => {
    const prepared = prepare(...args);
    prepared.queryWithCache = (_sql, _params, run) => run();
    return prepared;
  };
}
