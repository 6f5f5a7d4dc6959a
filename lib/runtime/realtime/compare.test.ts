import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { type Hint, hintBus } from '../hints';
import { compareNow, watchConversation } from './compare';

let test: TestDatabase;
let desk: Desk;
let hints: Hint[];
const listen = (hint: Hint) => void hints.push(hint);

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test.database);
  await desk.request('c-1');
  hints = [];
  hintBus().on('hint', listen);
});
afterEach(() => void hintBus().off('hint', listen));

const silently = (sql: string) => test.database.query(sql, [desk.account.accountId]);

describe('comparing', () => {
  it('hints at what moved without a hint, once, as long as somebody follows', async () => {
    if (test.database.kind !== 'postgres') return;
    const { accountId } = desk.account;
    const [row] = await silently('select id from conversations where account_id = $1');
    const id = String(row?.id);
    const ends = [watchConversation(test.database, accountId, id), watchConversation(test.database, accountId, id)];
    // What happened before the first question may have been missed too.
    await compareNow(test.database);
    await compareNow(test.database);
    expect(hints).toEqual([{ account: accountId, topic: 'conversation', id, seq: 1 }]);
    ends[0]?.();
    ends[0]?.();
    await silently('update conversations set message_seq = 2 where account_id = $1');
    await compareNow(test.database);
    await compareNow(test.database);
    expect(hints.slice(1)).toMatchObject([{ id, seq: 2 }]);
    ends[1]?.();
    await silently('update conversations set message_seq = 3 where account_id = $1');
    await compareNow(test.database);
    expect(hints).toHaveLength(2);
  });

  it('is not needed where one process has the database', () => {
    if (test.database.kind === 'postgres') return;
    expect(() => watchConversation(test.database, desk.account.accountId, 'c-1')()).not.toThrow();
  });
});
