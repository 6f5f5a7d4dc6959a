import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { acquireDataDirectoryLock } from './data-directory-lock';
import { connectionSettings, type Driver, type Runner } from './driver';
import { encodeParameters } from './parameters';
import { EmbeddedPipeline } from './pglite-pipeline';

export interface EmbeddedOptions {
  /** Directory of the application; the database lives in `database/` below it. */
  dataDir?: string;
  /** Nothing is stored; for tests. */
  memory?: boolean;
  /** A dump of a data directory to start from; for tests. */
  snapshot?: Blob;
}

export type EmbeddedDriver = Driver & { dump(): Promise<Blob> };

/** The embedded PostgreSQL. One process at a time: takes the directory's lock, or throws DataDirectoryInUse. */
export async function openEmbedded({ dataDir = '.data', memory, snapshot }: EmbeddedOptions): Promise<EmbeddedDriver> {
  if (!memory) await mkdir(dataDir, { recursive: true });
  const lock = memory ? undefined : await acquireDataDirectoryLock(dataDir);
  try {
    const pg = await PGlite.create({
      dataDir: memory ? 'memory://' : join(dataDir, 'database'),
      loadDataDir: snapshot,
      parsers: { [types.DATE]: (value: string) => value },
    });
    lock?.onLost(() => void pg.close());
    const settings = Object.entries(connectionSettings).map(([name, value]) => `set ${name} = '${value}'`);
    await pg.exec(settings.join(';'));
    return driver(pg, async () => {
      if (!pg.closed) await pg.close();
      await lock?.release();
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function driver(pg: PGlite, close: () => Promise<void>): EmbeddedDriver {
  const prepared = new EmbeddedPipeline(pg);
  return {
    kind: 'pglite',
    ...runner(pg),
    transaction: (fn) =>
      pg.transaction((tx) => fn({ ...runner(tx), pipeline: (statements) => prepared.run(statements) })),
    listen: (channel, fn) => pg.listen(channel, (payload) => queueMicrotask(() => fn(payload))),
    dump: () => pg.dumpDataDir('none'),
    close,
  };
}

function runner(connection: Pick<PGlite, 'query'>): Runner {
  const rows: Runner['rows'] = async (sql, params) =>
    (await connection.query<Record<string, unknown>>(sql, encodeParameters(params))).rows;
  return {
    rows,
    async values(sql, params) {
      return (await connection.query<unknown[]>(sql, encodeParameters(params), { rowMode: 'array' })).rows;
    },
    async pipeline(statements) {
      const results: Record<string, unknown>[][] = [];
      for (const { sql, params } of statements) results.push(await rows(sql, params ?? []));
      return results;
    },
  };
}
