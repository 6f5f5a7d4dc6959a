import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { type TicketQuery, ticketQuery } from '@/lib/contracts/ticket';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listTickets } from './list';

/** More than twenty thousand tickets, most of them over: what a list reads must not grow with them. */
const TICKETS = 21_000;
/** Rows of conversations that one page may look at. */
const FEW = 1_500;

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
  const fill = (sql: string) => test.database.query(sql, [account.accountId]);
  await fill(`insert into customers (account_id, id, ext_id, name, email)
    select $1, md5('u' || n)::uuid, 'u-' || n, 'Customer ' || n, 'c' || n || '@example.org' from generate_series(0, 1999) n`);
  await fill(`insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, group_key, phase, number,
      status, class, subject, sentiment, inbox_key, assignee_key, tags, orders, ticket_created_at, created_at,
      last_customer_reply_at, last_activity_at, awaits_reply)
    select $1, md5('c' || n)::uuid, 'c-' || n, md5('u' || n % 2000)::uuid, 'api', 'main', 'support', 'ended', n,
      case when n % 40 = 0 then 'open' when n % 997 = 0 then 'spam' else 'closed' end,
      case when n % 40 = 0 then 'open' else 'closed' end, 'Ticket about part ' || n,
      case when n % 10 = 0 then 'negative' else 'neutral' end,
      case when n % 211 = 0 then 'rare' end, case when n % 307 = 0 then 'ada' end,
      case when n % 401 = 0 then array['rare'] when n % 2 = 0 then array['usual'] else '{}' end,
      case when n % 3 = 0 then array['A-' || n] else '{}' end, t, t, t, t, n % 80 = 0
    from (select n, timestamptz '2026-01-01' + n * interval '10 minutes' as t from generate_series(1, ${TICKETS}) n) x`);
  await fill("insert into inboxes (account_id, id, key, name) values ($1, gen_random_uuid(), 'rare', 'Rare')");
  // As the worker does on the embedded database, and PostgreSQL by itself.
  await test.database.query('vacuum (analyze)');
});
afterAll(() => test.close());

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** Rows of conversations that the statement looked at, and the ways in which it did. */
function readOf(node: Node): { rows: number; ways: string[] } {
  const below = (node.Plans ?? []).map(readOf);
  const own = node['Relation Name'] === 'conversations';
  const rows = own
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops']
    : 0;
  return {
    rows: below.reduce((sum, each) => sum + each.rows, rows),
    ways: [...(own ? [node['Node Type']] : []), ...below.flatMap(({ ways }) => ways)],
  };
}

/** The list, and the plans of the statements that made it. */
async function watched(query: object, role: 'lead' | 'agent' = 'lead') {
  const said: { sql: string; params: unknown[] }[] = [];
  const query_ = (sql: string, params: unknown[] = []) => {
    said.push({ sql, params });
    return test.database.query(sql, params);
  };
  // Reads ask nothing but queries of their database.
  const db = { query: query_ } as unknown as Database;
  const parsed: TicketQuery = ticketQuery.parse(query);
  const slice = await listTickets({ db, actor: actorOf(account, role) }, parsed);
  const reads = [];
  for (const { sql, params } of said.filter((each) => each.sql.includes('conversations'))) {
    const [answer] = await test.database.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, format json) ${sql}`,
      params,
    );
    const plan = answer?.['QUERY PLAN'][0]?.Plan;
    if (plan) reads.push(readOf(plan));
  }
  return { slice, rows: reads.reduce((sum, each) => sum + each.rows, 0), ways: reads.flatMap(({ ways }) => ways) };
}

describe(`a list of ${TICKETS} tickets`, () => {
  it.each<[object, number]>([
    [{}, 50],
    [{ order: 'asc' }, 50],
    [{ class: 'open' }, 50],
    [{ status: 'spam' }, 21],
    [{ status: 'open', sentiment: 'negative' }, 50],
    [{ assignee: 'ada' }, 50],
    [{ inbox: 'rare' }, 50],
    [{ tag: 'rare' }, 50],
    [{ orderId: 'A-30' }, 1],
    [{ from: '2026-01-03T00:00:00Z', to: '2026-01-04T00:00:00Z' }, 50],
    [{ sort: 'customer_reply' }, 50],
    [{ sort: 'customer_reply', order: 'asc' }, 50],
    [{ sort: 'created', class: 'open', response: 'not_replied' }, 50],
    [{ customer: 'u-77' }, 11],
  ])('narrowed by %j is read along an index', async (query, expected) => {
    for (const role of ['lead', 'agent'] as const) {
      const { slice, rows, ways } = await watched(query, role);
      expect(slice.items).toHaveLength(expected);
      expect(ways).not.toContain('Seq Scan');
      expect(rows).toBeLessThan(FEW);
    }
  });

  it('goes on from a cursor as cheaply, far down, and leaves nothing out', async () => {
    for (const sort of ['number', 'created', 'customer_reply'] as const) {
      const numbers: number[] = [];
      let cursor: string | undefined;
      for (let part = 0; part < 4; part += 1) {
        const { slice, rows } = await watched({ sort, limit: 200, ...(cursor && { cursor }) });
        expect(rows).toBeLessThan(FEW);
        numbers.push(...slice.items.map(({ number }) => number));
        cursor = slice.next ?? undefined;
      }
      expect(numbers).toEqual(Array.from({ length: 800 }, (_, index) => TICKETS - index));
    }
    const last = await watched({ order: 'asc', limit: 200 });
    expect(last.slice.items[0]?.number).toBe(1);
  });

  it('is searched in the newest, and by number, id and address in all', async () => {
    const found = async (query: object) => {
      const { slice } = await watched(query);
      return [slice.items.map(({ number }) => number), slice.partial];
    };
    expect(await found({ search: 'part 20999' })).toEqual([[20_999], true]);
    expect(await found({ search: '#7' })).toEqual([[7], true]);
    expect((await watched({ search: 'C77@Example.org' })).slice.items).toHaveLength(11);
    expect(await found({ search: 'part 6979', status: 'spam' })).toEqual([[6979], false]);
    expect(await found({ search: 'part 7', from: '2026-01-01T00:00:00Z', to: '2026-01-01T02:00:00Z' })).toEqual([
      [7],
      false,
    ]);
  });
});
