import type { Database, Queries, Statement } from '@/db/client';

/** The same database, with every statement of its transactions shown to `see` before it runs. */
export function watchDatabase(database: Database, see: (statement: Statement) => void): Database {
  const watched = (tx: Queries): Queries => ({
    query: (sql, params) => {
      see({ sql, params });
      return tx.query(sql, params);
    },
    pipeline: (statements) => {
      for (const statement of statements) see(statement);
      return tx.pipeline(statements);
    },
    get drizzle() {
      return tx.drizzle;
    },
  });
  return { ...database, transaction: (fn) => database.transaction((tx) => fn(watched(tx))) };
}
