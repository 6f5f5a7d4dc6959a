import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { withRetry } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { mergeCustomers } from './merge';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  account = await makeAccount(test.database);
});

let count = 0;
const message = (customer: string, conversation: string, text = 'Hi') => ({
  id: `e-${++count}`,
  type: 'message_sent',
  occurredAt: new Date().toISOString(),
  channel: 'web',
  conversation: { id: conversation },
  customer: { id: customer },
  message: { id: `m-${count}`, text, sender: { type: 'customer' } },
});
const send = (...events: object[]) => ingest(test.database, account.accountId, events);
const rows = (sql: string, ...more: unknown[]) => test.database.query(sql, [account.accountId, ...more]);
const idOf = async (extId: string) => {
  const [row] = await rows('select id from customers where account_id = $1 and ext_id = $2', extId);
  return String(row?.id);
};
async function merge(from: string, into: string) {
  const [a, b] = [await idOf(from), await idOf(into)];
  return withRetry(() =>
    test.database.transaction((tx) => mergeCustomers(tx, account.accountId, { from: a, into: b })),
  );
}
const customer = async (extId: string) =>
  (await rows('select * from customers where account_id = $1 and ext_id = $2', extId))[0];

describe('merging customers', () => {
  it('moves everything and leaves a pointer', async () => {
    await send(message('visitor', 'c-1'), message('ada', 'c-2'));
    const [visitor, ada] = [await idOf('visitor'), await idOf('ada')];
    await rows(
      `insert into customer_identities (account_id, kind, value, customer_id) values ($1, 'session', 's-1', $2)`,
      visitor,
    );
    await rows(
      `insert into widget_sessions (account_id, id, token_hash, channel_key, customer_id, seen_at, expires_at)
        values ($1, $2, $3, 'web', $4, now(), now())`,
      uuidV7(),
      uuidV7(),
      visitor,
    );
    await rows(
      `insert into attachments (account_id, id, uploader_kind, uploader_id, name, media_type, size)
        values ($1, $2, 'customer', $3, 'a.png', 'image/png', 1)`,
      uuidV7(),
      visitor,
    );
    await rows(
      `update customers set name = case ext_id when 'visitor' then 'Somebody' else 'Ada' end, tags = case ext_id
        when 'visitor' then array['vip', 'b'] else array['a', 'b'] end, triggered = ext_id = 'visitor',
        previous_conversations = 20000, email = case ext_id when 'visitor' then 'v@example.org' end where account_id = $1`,
    );
    const { conversations } = await merge('visitor', 'ada');
    expect(conversations).toHaveLength(1);
    expect(await customer('ada')).toMatchObject({
      ...{ name: 'Ada', email: 'v@example.org', tags: ['a', 'b', 'vip'], triggered: true },
      ...{ previous_conversations: 32_000, merged_into: null },
    });
    expect(await customer('visitor')).toMatchObject({ merged_into: ada, email: null, tags: [], triggered: false });
    for (const table of ['conversations', 'events', 'customer_identities', 'widget_sessions']) {
      expect(await rows(`select distinct customer_id from ${table} where account_id = $1`), table).toEqual([
        { customer_id: ada },
      ]);
    }
    expect(await rows('select uploader_id from attachments where account_id = $1')).toEqual([{ uploader_id: ada }]);
    expect(await rows('select distinct author_id from messages where account_id = $1')).toEqual([{ author_id: ada }]);
    expect(await audit(test.database)).toEqual([]);
  });

  it('keeps one suspension, the stronger', async () => {
    await send(message('visitor', 'c-1'), message('ada', 'c-2'));
    for (const [who, scope] of [
      ['visitor', 'all'],
      ['ada', 'messaging'],
    ] as const) {
      await rows('update customers set suspended = $3 where account_id = $1 and ext_id = $2', who, scope);
      await rows(
        `insert into suspensions (account_id, id, customer_id, scope, by_kind, by_name, at)
          values ($1, $2, $3, $4, 'user', 'Lea', now())`,
        uuidV7(),
        await idOf(who),
        scope,
      );
    }
    await merge('visitor', 'ada');
    expect(await customer('ada')).toMatchObject({ suspended: 'all' });
    expect(await customer('visitor')).toMatchObject({ suspended: null });
    const inForce = await rows(
      'select scope, customer_id from suspensions where account_id = $1 and lifted_at is null',
    );
    expect(inForce).toEqual([{ scope: 'all', customer_id: await idOf('ada') }]);
    const all = await rows('select 1 as one from suspensions where account_id = $1');
    expect(all).toHaveLength(2);
  });

  it('leads whoever names the first to the second, in running and in new conversations', async () => {
    await send(message('visitor', 'c-1'), message('ada', 'c-2'), message('bea', 'c-3'));
    await merge('visitor', 'ada');
    await merge('ada', 'bea');
    const { results } = await send(message('visitor', 'c-1'), message('ada', 'c-2'), message('visitor', 'c-4'));
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    const bea = await idOf('bea');
    expect(await rows('select distinct customer_id from conversations where account_id = $1')).toEqual([
      { customer_id: bea },
    ]);
    expect(await customer('visitor')).toMatchObject({ merged_into: bea });
    const wrong = await send(message('stranger', 'c-1'));
    expect(wrong.results[0]).toMatchObject({
      status: 'rejected',
      errors: [{ code: 'conversation_customer_mismatch' }],
    });
  });

  it('is refused for oneself, twice and for strangers', async () => {
    await send(message('visitor', 'c-1'), message('ada', 'c-2'));
    await expect(merge('ada', 'ada')).rejects.toMatchObject({ code: 'conflict', params: { reason: 'same_customer' } });
    await merge('visitor', 'ada');
    await expect(merge('visitor', 'ada')).rejects.toMatchObject({ params: { reason: 'already_merged' } });
    const other = await makeAccount(test.database);
    const [from, into] = [await idOf('visitor'), await idOf('ada')];
    await expect(
      test.database.transaction((tx) => mergeCustomers(tx, other.accountId, { from, into })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('loses no message that comes meanwhile', async () => {
    await send(message('visitor', 'c-1'), message('ada', 'c-2'));
    const sent = Array.from({ length: 20 }, (_, index) =>
      send(message('visitor', 'c-1'), message('visitor', `new-${index}`)),
    );
    const [answers] = await Promise.all([Promise.all(sent), merge('visitor', 'ada')]);
    expect(answers.flatMap(({ results }) => results).every(({ status }) => status === 'accepted')).toBe(true);
    const ada = await idOf('ada');
    expect(await rows('select distinct customer_id from conversations where account_id = $1')).toEqual([
      { customer_id: ada },
    ]);
    expect(await rows('select count(*)::int as count from messages where account_id = $1')).toEqual([{ count: 42 }]);
    expect(await audit(test.database)).toEqual([]);
  });
});
