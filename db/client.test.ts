import { inspect } from 'node:util';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { type Database, DatabaseError, getDatabase } from './client';
import { accounts, rules } from './schema';
import { uuidV7 } from './uuid-v7';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await testDatabase();
  db = test.database;
});
afterAll(() => test.close());

describe(`database on ${testDatabaseKind()}`, () => {
  it('gives every type back in the documented form', async () => {
    const moment = new Date('2026-03-29T01:30:00.123Z');
    const [row] = await db.query(
      `select $1::text::jsonb as json, $2::text[] as texts, $3::int8 as number, $4::int8 as large, $5::date as day,
        $6::bytea as bytes, $7::timestamptz as moment, $8::boolean as flag, $9::numeric as amount, $10::text as nothing,
        array[1, null]::int[] as numbers, '"12"'::jsonb as scalar, '{}'::text[] as none,
        array[true, false] as flags, array[$7::timestamptz] as moments, array[9007199254740993, 1]::int8[] as larges`,
      [
        JSON.stringify({ type: 'choice', value: 's', nested: ['"'] }),
        ['a"\\', 'b,{}', '', null, 'NULL', 'é'],
        42,
        9_007_199_254_740_993n,
        '2026-03-01',
        new Uint8Array([0, 92, 255]),
        moment,
        true,
        '1.50',
        null,
      ],
    );
    expect(row).toMatchObject({
      json: { type: 'choice', value: 's', nested: ['"'] },
      texts: ['a"\\', 'b,{}', '', null, 'NULL', 'é'],
      number: 42,
      large: 9_007_199_254_740_993n,
      day: '2026-03-01',
      moment,
      flag: true,
      amount: '1.50',
      nothing: null,
      numbers: [1, null],
      scalar: '12',
      none: [],
      flags: [true, false],
      moments: [moment],
      larges: [9_007_199_254_740_993n, 1],
    });
    expect(row?.bytes).toBeInstanceOf(Uint8Array);
    expect(Array.from(row?.bytes as Uint8Array)).toEqual([0, 92, 255]);
  });

  it('passes rows of a table as one JSON text, keys named "type" included', async () => {
    const rows = [
      { type: 'message_sent', value: 1, at: '2026-01-01T00:00:00.000Z', tags: ['a'], body: { type: 'x' } },
      { type: 'choice', value: 2, at: null, tags: [], body: { a: 'é "' } },
    ];
    const read = await db.query(
      `select * from jsonb_to_recordset($1::text::jsonb) as r(type text, value int, at timestamptz, tags text[], body jsonb)`,
      [JSON.stringify(rows)],
    );
    expect(read).toEqual([{ ...rows[0], at: new Date('2026-01-01T00:00:00.000Z') }, rows[1]]);
  });

  it('refuses objects as parameters', async () => {
    await expect(db.query('select $1::jsonb', [{ a: 1 }])).rejects.toThrow('Parameter $1 is a object');
    await expect(db.query('select $1::jsonb[]', [[{ type: 'x' }]])).rejects.toThrow('Parameter $1');
  });

  it('stores and reads through Drizzle', async () => {
    const { accountId } = await makeAccount(db);
    const id = uuidV7();
    const body = { on: 'message_sent', do: [{ type: 'x' }] };
    const inserted = { accountId, id, family: 'trigger' as const, name: 'One', body, changedIn: 7, channels: ['web'] };
    await db.drizzle.insert(rules).values(inserted);
    const [rule] = await db.drizzle.select().from(rules).where(eq(rules.id, id));
    expect(rule).toMatchObject({ ...inserted, active: false, deletedAt: null, version: 1 });
    expect(rule?.createdAt).toBeInstanceOf(Date);
    expect(await db.drizzle.query.rules.findMany({ columns: { name: true } })).toEqual([{ name: 'One' }]);
  });

  it('runs a pipeline in order, each statement seeing the one before', async () => {
    await db.query('create table piped (n int)');
    const results = await db.pipeline([
      { sql: 'insert into piped values ($1) returning n', params: [1] },
      { sql: 'select count(*)::int as count from piped' },
      { sql: 'insert into piped select n + $1 from piped', params: [1] },
      { sql: 'select n from piped order by n' },
    ]);
    expect(results).toEqual([[{ n: 1 }], [{ count: 1 }], [], [{ n: 1 }, { n: 2 }]]);
  });

  it('fails a transaction with the first failing statement of its pipeline', async () => {
    await db.query('create table unpiped (n int primary key)');
    const attempt = db.transaction((tx) =>
      tx.pipeline([
        { sql: 'insert into unpiped values ($1)', params: [1] },
        { sql: 'insert into unpiped values ($1)', params: [1] },
        { sql: 'select * from missing_table' },
      ]),
    );
    await expect(attempt).rejects.toMatchObject({ code: '23505', constraint: 'unpiped_pkey' });
    expect(await db.query('select * from unpiped')).toEqual([]);
  });

  it('commits what a transaction returns, and nothing of one that throws', async () => {
    await db.query('create table kept (n int)');
    const result = await db.transaction(async (tx) => {
      await tx.query('insert into kept values (1)');
      return [Promise.resolve(1), 2].length;
    });
    expect(result).toBe(2);
    const own = new Error('of the caller');
    const failing = db.transaction(async (tx) => {
      await tx.query('insert into kept values (2)');
      throw own;
    });
    await expect(failing).rejects.toBe(own);
    expect(await db.query('select n from kept')).toEqual([{ n: 1 }]);
  });

  it('fails a transaction whose failed statement was caught', async () => {
    await db.query('create table caught (n int)');
    const attempt = db.transaction(async (tx) => {
      await tx.query('insert into caught values (1)');
      await tx.query('select 1/0').catch(() => {});
      return 'fine';
    });
    await expect(attempt).rejects.toMatchObject({ code: '22012' });
    expect(await db.query('select * from caught')).toEqual([]);
  });

  it('throws when the outer handle is used inside a transaction', async () => {
    const uses: ((outer: Database) => Promise<unknown>)[] = [
      (outer) => outer.query('select 1'),
      (outer) => outer.pipeline([{ sql: 'select 1' }]),
      (outer) => outer.transaction(async () => 1),
      (outer) => outer.drizzle.select().from(accounts).execute(),
      (outer) => outer.notify('c', 'x'),
      (outer) => outer.listen('c', () => {}),
      (outer) => outer.close(),
    ];
    for (const use of uses) {
      await expect(db.transaction(() => use(db))).rejects.toThrow('inside a transaction');
    }
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('allows the outer handle to work that a transaction started and left behind', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    await db.transaction(async (tx) => {
      later = gate.then(() => db.query('select 2 as two'));
      await tx.query('select 1');
    });
    release();
    await expect(later).resolves.toEqual([{ two: 2 }]);
  });

  it('throws when a transaction is used after its end', async () => {
    const escaped = await db.transaction(async (tx) => ({ tx }));
    await expect(escaped.tx.query('select 1')).rejects.toThrow('after it had ended');
  });

  it('reports errors without the data', async () => {
    const secret = 'ada@example.org';
    const failures: (() => Promise<unknown>)[] = [
      () => db.query('select $1::uuid', [secret]),
      () => db.query('select $1::text::jsonb', [secret]),
      () => db.drizzle.insert(accounts).values({ id: secret, key: 'k', name: 'n' }).execute(),
      () =>
        db.query('insert into accounts (id, key, name) select $1::uuid, $2, $2 from generate_series(1, 2)', [
          uuidV7(),
          secret,
        ]),
      () => db.query('select * from nowhere where a = $1', [secret]),
    ];
    for (const failure of failures) {
      const error: unknown = await failure().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(DatabaseError);
      expect(inspect(error, { depth: 5, showHidden: true })).not.toContain(secret);
    }
  });

  it('delivers notifications until told to stop', async () => {
    const heard: string[] = [];
    const stop = await db.listen('signals', (payload) => heard.push(payload));
    await db.notify('signals', 'one', 'two');
    await vi.waitFor(() => expect(heard).toEqual(['one', 'two']));
    await stop();
    await db.notify('signals', 'three');
    await db.query('select 1');
    expect(heard).toEqual(['one', 'two']);
  });

  it('sets the time-outs on every connection', async () => {
    const settings = await db.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name in ('jit', 'lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') order by name`,
    );
    expect(settings.map((row) => row.setting)).toEqual(['10000', 'off', '5000', '15000']);
  });

  it('is not opened while the application is built', () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build');
    expect(() => getDatabase()).toThrow('being built');
    vi.unstubAllEnvs();
  });
});
