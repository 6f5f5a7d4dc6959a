import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { eraseCustomer } from '../conversations/erase-customer';
import { mergeByHand } from '../conversations/merge-customers';
import { ingest } from './ingest';

let test: TestDatabase;
let account: TestAccount;
let count = 0;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
});
afterAll(() => test.close());

async function writes(customer: string, conversation: string): Promise<string | undefined> {
  const id = `e-${++count}`;
  const { results } = await ingest(test.database, account.accountId, [
    {
      ...{ id, type: 'message_sent', occurredAt: new Date().toISOString(), channel: 'web' },
      ...{ conversation: { id: conversation }, customer: { id: customer } },
      message: { id: `m-${id}`, text: 'Hi', sender: { type: 'customer' } },
    },
  ]);
  return results[0]?.errors?.[0]?.code ?? results[0]?.status;
}

const conversationOf = async (conversation: string) => {
  const [row] = await test.database.query<{ customer: string; messages: number }>(
    `select u.ext_id as customer, (select count(*)::int from messages m
        where m.account_id = c.account_id and m.conversation_id = c.id) as messages
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
      where c.account_id = $1 and c.ext_id = $2`,
    [account.accountId, conversation],
  );
  return row;
};

it('a conversation that this process knows goes on after its customer was merged into another', async () => {
  await writes('visitor', 'c-1');
  await writes('visitor', 'c-1');
  await writes('ada', 'c-2');
  await test.database.query(`update customers set anonymous = true where account_id = $1 and ext_id = 'visitor'`, [
    account.accountId,
  ]);
  await mergeByHand({ db: test.database, actor: actorOf(account, 'lead') }, 'visitor', { into: 'ada' });
  // Under the old name and the new one; a third one is somebody else.
  expect(await writes('visitor', 'c-1')).toBe('accepted');
  expect(await writes('ada', 'c-1')).toBe('accepted');
  expect(await writes('ada', 'c-2')).toBe('accepted');
  expect(await writes('bea', 'c-1')).toBe('conversation_customer_mismatch');
  expect(await conversationOf('c-1')).toEqual({ customer: 'ada', messages: 4 });
});

it('one that was erased begins anew under the same id', async () => {
  await writes('carl', 'c-3');
  await writes('carl', 'c-3');
  await eraseCustomer({ db: test.database, actor: actorOf(account, 'admin') }, 'carl');
  expect(await writes('dora', 'c-3')).toBe('accepted');
  expect(await conversationOf('c-3')).toEqual({ customer: 'dora', messages: 1 });
});

it('one that another process has made again since is taken as it is', async () => {
  await writes('emil', 'c-4');
  await eraseCustomer({ db: test.database, actor: actorOf(account, 'admin') }, 'emil');
  // As another process would leave it; this one still remembers what it was.
  await test.database.query(
    `with c as (insert into customers (account_id, id, ext_id, first_seen_at, last_seen_at)
        values ($1, gen_random_uuid(), 'emil', now(), now()) returning account_id, id)
      insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, phase, last_activity_at, created_at)
      select account_id, gen_random_uuid(), 'c-4', id, 'web', 'main', 'bot', now(), now() from c`,
    [account.accountId],
  );
  expect(await writes('emil', 'c-4')).toBe('accepted');
  expect(await conversationOf('c-4')).toEqual({ customer: 'emil', messages: 1 });
});
