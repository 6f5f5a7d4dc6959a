import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { type PostgresCluster, startPostgresCluster } from '@/lib/testing/postgres-cluster';
import { exitOf, startNode } from '../../run-command';

export type Kind = 'postgres' | 'pglite';

type Server = { url: string; pid: number; stop(): Promise<void> };

/**
 * A new database that this process and a real server use in turn. PostgreSQL serves both at once; the embedded one
 * admits one process at a time, so asking for one side ends the other.
 */
export class Place {
  /** Of the server: signs sessions. */
  readonly secret = randomBytes(32).toString('hex');
  readonly #directory = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  readonly #build: string;
  readonly #cluster: PostgresCluster | undefined;
  #database: Database | undefined;
  #server: Server | undefined;

  private constructor(build: string, cluster: PostgresCluster | undefined) {
    this.#build = build;
    this.#cluster = cluster;
  }

  /** Starts PostgreSQL where wanted and applies the migrations. `build`: directory of the production build. */
  static async make(kind: Kind, build: string): Promise<Place> {
    const place = new Place(build, kind === 'postgres' ? await startPostgresCluster() : undefined);
    await migrate(await place.database());
    return place;
  }

  /** The database, open in this process. */
  async database(): Promise<Database> {
    if (!this.#cluster) await this.#stopServer();
    const url = this.#cluster?.url;
    this.#database ??= await openDatabase(url ? { url, connections: 8 } : { dataDir: this.#directory });
    return this.#database;
  }

  /** Address of a server that runs the production build on this database. */
  async server(): Promise<string> {
    if (!this.#cluster) await this.#closeDatabase();
    this.#server ??= await startServer({
      SIGNALBOX_SECRET: this.secret,
      SIGNALBOX_DIST_DIR: this.#build,
      SIGNALBOX_DATA_DIR: this.#directory,
      DATABASE_URL: this.#cluster?.url ?? '',
    });
    return this.#server.url;
  }

  /** Process id of the server while it runs. */
  get pid(): number | undefined {
    return this.#server?.pid;
  }

  async close(): Promise<void> {
    await this.#stopServer();
    await this.#closeDatabase();
    await this.#cluster?.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #closeDatabase(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    await database?.close();
  }

  async #stopServer(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }
}

async function startServer(settings: Record<string, string>): Promise<Server> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    SIGNALBOX_HOST: '127.0.0.1',
    SIGNALBOX_URL: '',
    LOG_LEVEL: 'warn',
    PORT: '0',
    ...settings,
  };
  const child = startNode(['scripts/serve.ts'], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = exitOf(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    void exited.then((code) => reject(new Error(`The server ended with code ${code} before it was ready.`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
