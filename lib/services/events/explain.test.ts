import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { customers, events, rules, ruleVersions, suspensions } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import * as triggers from '../triggers/verbs';
import { explainEvent } from './explain';

let database: Database;
let close: () => Promise<void>;
let account: TestAccount;
let lead: Context;
let customerId: string;

beforeAll(async () => {
  const opened = await testDatabase();
  database = opened.database;
  close = opened.close;
  account = await makeAccount(database);
  lead = { db: database, actor: actorOf(account, 'lead') };
  customerId = uuidV7();
  await database.drizzle.insert(customers).values({ accountId: account.accountId, id: customerId, extId: 'u-1' });
});
afterAll(() => close());

const trigger = (value: string, active = true) => ({
  name: 'Greeting',
  active,
  on: 'message_sent',
  when: { all: [{ field: 'message', operator: 'contains', value }] },
  do: [{ action: 'send_message', sender: 'Bot', text: 'Hi' }],
});
/** Minutes of a past hour, so that nothing depends on two things falling into one millisecond. */
const minute = (count: number) => new Date(Date.UTC(2026, 2, 2, 10, count));

/** An event as ingest stores it, on which nothing fired. */
async function storeEvent(text: string, receivedAt: Date, occurredAt = receivedAt): Promise<string> {
  const id = uuidV7();
  await database.drizzle.insert(events).values({
    ...{ accountId: account.accountId, id, customerId, type: 'message_sent', channelKey: 'api' },
    ...{ occurredAt, receivedAt, payload: {}, facts: { message: text } },
  });
  return id;
}

describe('why a rule did not fire, in the past', () => {
  it('judges by the version that stood when the event arrived', async () => {
    const { id } = await triggers.createTrigger(lead, trigger('zebra'));
    await triggers.updateTrigger(lead, id, trigger('help', false));
    await triggers.activateTrigger(lead, id);
    await triggers.deleteTrigger(lead, id);
    // Version n was stored at minute 10·n, events came five minutes before and after each.
    await database.drizzle
      .update(ruleVersions)
      .set({ createdAt: sql`${minute(0).toISOString()}::timestamptz + version * interval '10 minutes'` })
      .where(eq(ruleVersions.ruleId, id));
    await database.drizzle
      .update(rules)
      .set({ deletedAt: minute(40) })
      .where(eq(rules.id, id));
    const stored: string[] = [];
    for (const at of [5, 15, 25, 35, 45]) stored.push(await storeEvent('help', minute(at)));

    const told = await Promise.all(
      stored.map(async (event) => {
        const { reason, rule } = await explainEvent(lead, event, id);
        return [reason, rule.version];
      }),
    );
    expect(told).toEqual([
      ['created_later', 4],
      ['conditions', 1],
      ['inactive', 2],
      ['changed_since', 3],
      ['inactive', 4],
    ]);
    const { trace } = await explainEvent(lead, stored[1] ?? '', id);
    expect(trace).toMatchObject({ verdict: 'unmet', all: [{ expected: 'zebra', actual: 'help', verdict: 'unmet' }] });
  });

  it('knows who was suspended then, and what came too late', async () => {
    const { id } = await triggers.createTrigger(lead, { ...trigger('help'), name: 'Other' });
    const late = await storeEvent('help', minute(0), minute(-25 * 60));
    const suspension = { accountId: account.accountId, id: uuidV7(), customerId, scope: 'messaging' as const };
    const [at, liftedAt] = [minute(1), minute(3)];
    await database.drizzle.insert(suspensions).values({ ...suspension, at, liftedAt, byKind: 'user', byName: 'Lea' });
    const during = await storeEvent('help', minute(2));
    const after = await storeEvent('help', minute(4));
    await database.drizzle.update(ruleVersions).set({ createdAt: minute(-1) });
    expect((await explainEvent(lead, late, id)).reason).toBe('too_old');
    expect((await explainEvent(lead, during, id)).reason).toBe('suspended');
    expect((await explainEvent(lead, after, id)).reason).not.toBe('suspended');
  });
});
