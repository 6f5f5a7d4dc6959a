import { connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { type Database, openDatabase } from './client';

describe.runIf(testDatabaseKind() === 'postgres')('pipeline over the wire', () => {
  let test: TestDatabase;
  let wire: Wire;
  let database: Database;

  beforeAll(async () => {
    test = await testDatabase();
    wire = await tap(test.url ?? '');
    database = await openDatabase({ url: wire.url, connections: 1 });
  });
  afterAll(async () => {
    await database.close();
    await wire.close();
    await test.close();
  });

  it('works as the first use of a connection', async () => {
    expect(await database.pipeline([{ sql: 'select $1::int as n', params: [1] }])).toEqual([[{ n: 1 }]]);
  });

  it('needs fewer turns than statements', async () => {
    const statements = Array.from({ length: 12 }, (_, index) => ({
      sql: `select $1::int + ${index} as n`,
      params: [1],
    }));
    const run = () => database.transaction((tx) => tx.pipeline(statements));
    await run(); // Each statement is prepared at its first use.
    const before = wire.turns();
    const results = await run();
    expect(results.flat().map((row) => row.n)).toEqual(statements.map((_, index) => index + 1));
    // begin, the statements together (in a few packets), commit
    expect(wire.turns() - before).toBeLessThanOrEqual(6);
  });
});

interface Wire {
  url: string;
  /** How often the client spoke after the server had. */
  turns(): number;
  close(): Promise<void>;
}

/** A proxy that counts who speaks. */
async function tap(target: string): Promise<Wire> {
  const [url, server] = [new URL(target), new URL(target)];
  let turns = 0;
  let serverSpoke = true;
  const proxy: Server = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    client.on('data', (chunk) => {
      if (serverSpoke) turns++;
      serverSpoke = false;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      serverSpoke = true;
      client.write(chunk);
    });
    client.on('close', () => upstream.destroy()).on('error', () => {});
    upstream.on('close', () => client.destroy()).on('error', () => {});
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const address = proxy.address();
  url.port = String(address !== null && typeof address === 'object' ? address.port : 0);
  return { url: url.href, turns: () => turns, close: () => new Promise((done) => proxy.close(() => done())) };
}
