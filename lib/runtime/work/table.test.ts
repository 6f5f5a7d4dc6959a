import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { insertRows, rowsOf, selectRow, type Table } from './table';

interface Sample {
  id: string;
  someText: string | null;
  someTexts: string[];
  someNumber: number | null;
  small: number;
  flag: boolean | null;
  at: Date | null;
  body: unknown;
}

const samples: Table<Sample> = {
  name: 'samples',
  columns: {
    ...{ id: 'uuid', someText: 'text', someTexts: 'text[]', someNumber: 'integer', small: 'smallint' },
    ...{ flag: 'boolean', at: 'timestamptz', body: 'jsonb' },
  },
};

const accountId = '01890000-0000-7000-8000-00000000000a';
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.database.query(`create table samples (account_id uuid, id uuid, some_text text, some_texts text[],
    some_number integer, small smallint, flag boolean, at timestamptz, body jsonb)`);
});
afterAll(() => test.close());

it('reads rows as they were written, whatever the types of their columns', async () => {
  const rows: Sample[] = [
    {
      id: '01890000-0000-7000-8000-000000000001',
      someText: 'a "quote", a \\ and\n<img onerror> 🙂',
      someTexts: ['one', 'with, comma', '', 'null', '{}'],
      ...{ someNumber: -2_147_483_648, small: 32_767, flag: false },
      at: new Date('2026-11-22T09:30:00.123Z'),
      body: { at: '2026-11-22T09:30:00.123Z', list: [1, null, { deep: true }] },
    },
    {
      id: '01890000-0000-7000-8000-000000000002',
      ...{ someText: null, someTexts: [], someNumber: null, small: 0, flag: null, at: null, body: null },
    },
    {
      id: '01890000-0000-7000-8000-000000000003',
      ...{ someText: '2026-11-22T09:30:00Z', someTexts: ['x'], someNumber: 0, small: -1, flag: true },
      ...{ at: new Date(0), body: ['a'] },
    },
  ];
  const { sql, params = [] } = insertRows(samples, accountId, rows);
  await test.database.query(sql, params);
  const read = () => test.database.query(`select ${selectRow(samples, 's')} from samples s order by s.id`);
  expect(rowsOf(samples, await read())).toEqual(rows);
  // As old as dates become, and to the millisecond below the microseconds that the database keeps.
  await test.database.query(`update samples set at = '0099-12-31 23:59:59.999999+00'`);
  const [first] = rowsOf(samples, await read());
  expect(first?.at?.toISOString()).toBe('0099-12-31T23:59:59.999Z');
});
