import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { ingest } from './ingest/ingest';
import { addRule, setActive } from './testing/add-rule';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
});
afterAll(() => test.close());

describe('a rule switched off and on while events flow', () => {
  it('leaves no wait behind, and every event sees one version', async () => {
    const { accountId } = account;
    const rule = await addRule(test.database, accountId, {
      on: 'message_sent',
      when: { all: [{ field: 'sender_type', operator: 'is', value: 'customer' }] },
      do: [
        { action: 'wait', seconds: 3_600 },
        { action: 'send_message', sender: 'Bot', text: 'late' },
      ],
    });
    // A second handle on PostgreSQL is a second process with a cache of its own.
    const second = test.url ? await openDatabase({ url: test.url, connections: 3 }) : test.database;
    let flowing = true;
    let number = 0;
    const flow = async (database: typeof second) => {
      while (flowing) {
        await ingest(
          database,
          accountId,
          Array.from({ length: 20 }, () => message(number++)),
        );
        await sleep(1);
      }
    };
    const flows = [test.database, second, second].map(flow);
    let left = 0;
    let switches = 0;
    for (; switches < 12; switches++) {
      await setActive(test.database, accountId, rule, false);
      await sleep(20);
      const waits = await test.database.query(
        "select 1 from firing_steps where account_id = $1 and state in ('waiting', 'pending')",
        [accountId],
      );
      left += waits.length;
      await setActive(test.database, accountId, rule, true);
      await sleep(20);
    }
    flowing = false;
    await Promise.all(flows);
    if (second !== test.database) await second.close();
    const [fired] = await test.database.query<{ count: number }>(
      'select count(*)::int as count from firings where account_id = $1',
      [accountId],
    );
    expect(left).toBe(0);
    expect(switches).toBe(12);
    expect(fired?.count).toBeGreaterThan(0);
  });
});

function message(number: number): object {
  return {
    id: `e-${number}`,
    type: 'message_sent',
    occurredAt: new Date().toISOString(),
    channel: 'web',
    conversation: { id: `c-${number % 50}` },
    customer: { id: `u-${number % 50}` },
    message: { id: `m-${number}`, text: 'Hi', sender: { type: 'customer' } },
  };
}
