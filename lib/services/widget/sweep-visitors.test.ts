import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { beginSession } from './begin-session';
import { findWidgetChannel } from './find-channel';
import { findSession } from './find-session';
import { sweepVisitors } from './sweep-visitors';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
});
afterAll(() => test.close());

const DAY = 86_400_000;

describe('sweeping visitors', () => {
  it('forgets who cannot come back, and keeps who wrote', async () => {
    const channel = await findWidgetChannel(test.database, account.channels.web);
    const page = { url: 'https://shop.example.com/' };
    const visit = () => beginSession(test.database, channel, { page });
    const [silent, writer] = [await visit(), await visit()];
    const event = {
      ...{ id: 'e-1', type: 'message_sent', occurredAt: new Date().toISOString(), channel: 'web' },
      ...{ conversation: { id: 'c-1' }, customer: { id: writer.session.customer.extId } },
      message: { id: 'm-1', text: 'Hi', sender: { type: 'customer' } },
    };
    await ingest(test.database, account.accountId, [event]);
    expect(await sweepVisitors(test.database)).toBe(0);
    expect(await sweepVisitors(test.database, new Date(Date.now() + 30 * DAY))).toBe(0);
    expect(await sweepVisitors(test.database, new Date(Date.now() + 32 * DAY))).toBe(5);
    expect(await findSession(test.database, silent.token)).toBeUndefined();
    const left = await test.database.query('select id from customers where account_id = $1', [account.accountId]);
    expect(left).toEqual([{ id: writer.session.customer.id }]);
  });
});
