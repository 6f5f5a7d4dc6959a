import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import type { Database, Row } from './client';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await testDatabase({ empty: true });
  db = test.database;
  await db.query('create table things (id int primary key, name text)');
});
afterAll(() => test.close());

const inTransaction = (sql: string, params: unknown[] = []) =>
  db.transaction(async (tx) => (await tx.pipeline([{ sql, params }]))[0] as Row[]);

describe('a pipeline within a transaction', () => {
  it('answers what a query answers, for every type of parameter and column, prepared or not', async () => {
    const sql = `select $1::text as text, $2::int as int, $3::bigint as big, $4::boolean as yes, $5::timestamptz as at,
      $6::text[] as texts, $7::uuid[] as ids, $8::text::jsonb as body, $9::bytea as bytes, $10::date as day,
      $11::text as nothing, array[1, 2, null]::int[] as ints, 1.5::float8 as part`;
    const params = [
      ...['@message {{ x }} \\ "é🙂"\n', -7, 9_007_199_254_740_993n, false, new Date('2026-11-22T10:00:00.001Z')],
      ...[['a', 'b,c', '"', null], ['01890000-0000-7000-8000-000000000001'], '{"type":"choice","value":[1,null]}'],
      ...[Buffer.from([0, 255, 10]), '2026-11-22', null],
    ];
    const expected = await db.query(sql, params);
    for (let times = 0; times < 7; times++) expect(await inTransaction(sql, params)).toEqual(expected);
    expect(expected[0]).toMatchObject({ int: -7, yes: false, texts: ['a', 'b,c', '"', null], nothing: null });
  });

  it('ends with its first failure: what comes after does not run, nothing stays, and the next one works', async () => {
    const add = (id: number) => ({ sql: 'insert into things (id, name) values ($1, $2)', params: [id, 'a thing'] });
    const failing = db.transaction((tx) => tx.pipeline([add(1), add(1), { sql: 'select 1 / 0', params: [] }, add(2)]));
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'things_pkey', table: 'things' });
    expect(await inTransaction('select * from things')).toEqual([]);
    await expect(inTransaction('select from where')).rejects.toMatchObject({ code: '42601' });
    await expect(inTransaction('select $1::int as n', ['no number'])).rejects.toMatchObject({ code: '22P02' });
    expect(await inTransaction('select $1::int as n', ['8'])).toEqual([{ n: 8 }]);
  });

  it('keeps the rows of each statement apart, without rows and without any statement', async () => {
    const results = await db.transaction((tx) =>
      tx.pipeline([
        { sql: 'select n from generate_series(1, 3) n' },
        { sql: 'delete from things where id = $1', params: [99] },
        { sql: `insert into things values (5, 'five') returning id as new` },
        { sql: 'select name from things where id = 5' },
      ]),
    );
    expect(results).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }], [], [{ new: 5 }], [{ name: 'five' }]]);
    expect(await db.transaction((tx) => tx.pipeline([]))).toEqual([]);
  });

  it('lets a statement use what one before it makes, and one statement come twice', async () => {
    const add = (id: number) => ({ sql: 'insert into made values ($1)', params: [id] });
    await db.transaction((tx) => tx.pipeline([{ sql: 'create table made (id int)' }, add(1), add(2)]));
    await db.transaction((tx) => tx.pipeline([add(3), add(4)]));
    expect(await inTransaction('select sum(id)::int as sum from made')).toEqual([{ sum: 10 }]);
  });

  it('sends more than a buffer holds, both ways', async () => {
    const long = 'x'.repeat(3_000_000);
    expect(await inTransaction('select $1::text as long', [long])).toEqual([{ long }]);
    const rows = await inTransaction(`select n, repeat('y', 100) as text from generate_series(1, $1::int) n`, [20_000]);
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toEqual({ n: 20_000, text: 'y'.repeat(100) });
  });

  it('goes on with more different statements than are kept', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 450; n++) expect(await inTransaction(`select ${n} as n${n}`)).toEqual([{ [`n${n}`]: n }]);
    }
  });

  it('delivers notifications', async () => {
    const { promise: heard, resolve } = Promise.withResolvers<string>();
    const stop = await db.listen('news', resolve);
    await inTransaction(`select pg_notify('news', $1)`, ['from a pipeline']);
    expect(await heard).toBe('from a pipeline');
    await stop();
  });

  it.runIf(testDatabaseKind() === 'pglite')('prepares anew once a table has other columns', async () => {
    expect(await inTransaction('select * from things where id = 5')).toEqual([{ id: 5, name: 'five' }]);
    await db.query('alter table things add column more int default 3');
    await expect(inTransaction('select * from things where id = 5')).rejects.toMatchObject({ code: '0A000' });
    expect(await inTransaction('select * from things where id = 5')).toEqual([{ id: 5, name: 'five', more: 3 }]);
  });
});
