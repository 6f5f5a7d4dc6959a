import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { mailQuery } from '@/lib/contracts/mail';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listMails } from './read';

const MAILS = 10_000;
/** Every tenth was never sent. */
const FAILED = 1_000;
/** Rows that one page may look at. */
const FEW = 250;

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
  const fill = (sql: string) => test.database.query(sql, [account.accountId]);
  // Two of them at the same moment each, and parts of a millisecond between them.
  await fill(`insert into mails (account_id, id, direction, message_id, sender, recipients, state, created_at)
    select $1, md5('m' || n)::uuid, 'out', 'm-' || n, 'shop@example.org', array['c' || n || '@example.org'], 'sent',
      timestamptz '2026-01-01' + (n / 2) * interval '100 microseconds' from generate_series(1, ${MAILS}) n`);
  await fill(`insert into deliveries (account_id, idempotency_key, kind, payload, state, next_at, created_at)
    select $1, 'mail:x:' || n, 'mail', '{"plan": {"to": "lost@example.org"}}', 'failed', t, t
      from (select n, timestamptz '2026-01-01' + n * interval '500 microseconds' as t from generate_series(1, ${FAILED}) n) x`);
  await fill(`insert into deliveries (account_id, idempotency_key, kind, payload, state, next_at, created_at)
    select $1, 'base:' || n, 'base', '{}', 'done', now(), now() from generate_series(1, ${MAILS}) n`);
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
  Plans?: Node[];
}

const LISTED = ['mails', 'deliveries'];

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)].filter((each) => LISTED.includes(each['Relation Name'] ?? ''));
}

/** The list, how many rows of mails and deliveries it looked at, and in which ways. */
async function watched(query: object) {
  const said: { sql: string; params: unknown[] }[] = [];
  const db = {
    query: (sql: string, params: unknown[]) => {
      said.push({ sql, params });
      return test.database.query(sql, params);
    },
  } as unknown as Database;
  const slice = await listMails({ db, actor: actorOf(account, 'admin') }, mailQuery.parse(query));
  const [{ sql, params } = { sql: '', params: [] }] = said;
  const [answer] = await test.database.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `explain (analyze, format json) ${sql}`,
    params,
  );
  const plan = answer?.['QUERY PLAN'][0]?.Plan;
  const nodes = plan ? nodesOf(plan) : [];
  const rows = nodes
    .map((each) => (each['Actual Rows'] + (each['Rows Removed by Filter'] ?? 0)) * each['Actual Loops'])
    .reduce((sum, each) => sum + each, 0);
  return { slice, rows, ways: nodes.map((each) => each['Node Type']) };
}

describe(`a list of ${MAILS + FAILED} mails`, () => {
  it.each([{}, { state: 'sent' }, { state: 'failed' }])('by %j is read along its indexes', async (query) => {
    const { slice, rows, ways } = await watched(query);
    expect(slice.items).toHaveLength(50);
    expect(ways.filter((way) => !/^Index (Only )?Scan/.test(way))).toEqual([]);
    expect(rows).toBeLessThan(FEW);
  });

  it('goes on from a cursor as cheaply, and leaves nothing out', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let part = 0; part < 4; part += 1) {
      const { slice, rows } = await watched({ limit: 101, ...(cursor && { cursor }) });
      expect(rows).toBeLessThan(2 * FEW);
      seen.push(...slice.items.map(({ id }) => id));
      cursor = slice.next ?? undefined;
    }
    const all = await test.database.query<{ id: string }>(
      `select id from (select id::text as id, created_at from mails where account_id = $1
          union all select idempotency_key, created_at from deliveries where account_id = $1 and state = 'failed') m
        order by created_at desc, id desc limit 404`,
      [account.accountId],
    );
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('says of a state that none has at once that there is nothing', async () => {
    const { slice } = await watched({ state: 'bounced' });
    expect(slice).toEqual({ items: [], next: null });
  });
});
