import { afterAll, beforeAll, expect, it } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import { actorOf } from '@/lib/testing/actors';
import { makeConversationRows } from '@/lib/testing/conversation-rows';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { shellFigures } from './shell';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('counts what is the reader’s business, of their own account', async () => {
  const db = test.database;
  const account = await makeAccount(db, { name: 'Velo & Co' });
  const other = await makeAccount(db);
  await makeConversationRows(db, account.accountId);
  await db.query(
    `update conversations set group_key = 'sales', queue_state = 'queued', phase = 'queued' where account_id = $1`,
    [account.accountId],
  );
  await db.query(
    `insert into firings (account_id, id, event_id, rule_id, family, rule_version, conversation_id, state, created_at)
      select account_id, $2::uuid, $2::uuid, $2::uuid, 'trigger', 1, id, 'failed', now() from conversations where account_id = $1`,
    [account.accountId, uuidV7()],
  );
  const seenBy = async (who: typeof account, role: 'lead' | 'agent') => shellFigures({ db, actor: actorOf(who, role) });
  expect(await seenBy(account, 'lead')).toMatchObject({
    account: 'Velo & Co',
    email: 'lea@example.org',
    status: 'invisible',
    waiting: 1,
    failed: 1,
  });
  // The agent belongs to support alone.
  expect(await seenBy(account, 'agent')).toMatchObject({ waiting: 0, failed: 0 });
  expect(await seenBy(other, 'lead')).toMatchObject({ waiting: 0, failed: 0 });
});
