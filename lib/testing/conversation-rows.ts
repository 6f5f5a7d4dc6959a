import type { Queries } from '@/db/database';
import {
  conversations,
  customers,
  eventKeys,
  events,
  firingSteps,
  firings,
  messages,
  rules,
  ruleVersions,
} from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';

export interface ConversationRows {
  accountId: string;
  customerId: string;
  conversationId: string;
  ruleId: string;
  /** The firing whose message is sent, and the one that waits. */
  firingId: string;
  waitingId: string;
}

/**
 * One conversation with two events, two messages and two firings whose books add up, written
 * without the runtime: what audits, retention and reads are tested on.
 */
export async function makeConversationRows(
  db: Queries,
  accountId: string,
  now = new Date(),
): Promise<ConversationRows> {
  const [customerId, conversationId, ruleId, firingId, waitingId] = Array.from({ length: 5 }, uuidV7) as Ids;
  const [first, second] = [uuidV7(), uuidV7()];
  const body = { on: 'message_sent', when: { all: [] }, do: [] };
  await db.drizzle.insert(customers).values({ accountId, id: customerId, extId: `u-${customerId}`, name: 'Zoë' });
  await db.drizzle.insert(conversations).values({
    ...{ accountId, id: conversationId, extId: `c-${conversationId}`, customerId, channelKey: 'api', brandKey: 'main' },
    ...{ groupKey: 'support', phase: 'requesting', tags: ['vip', 'a,b'], eventSeq: 2, messageSeq: 2, createdAt: now },
  });
  await db.drizzle.insert(rules).values({
    ...{ accountId, id: ruleId, family: 'trigger', name: `Rule ${ruleId}`, active: true, body, changedIn: 1 },
  });
  await db.drizzle.insert(ruleVersions).values({ accountId, ruleId, version: 1, body });
  const event = { accountId, conversationId, customerId, occurredAt: now, receivedAt: now, payload: { text: '"é"' } };
  await db.drizzle.insert(events).values([
    { ...event, id: first, extId: `e1-${first}`, seq: 1, type: 'conversation_requested' },
    { ...event, id: second, extId: `e2-${second}`, seq: 2, type: 'message_sent' },
  ]);
  const key = { accountId, bodyHash: new Uint8Array([0, 1, 255]), receivedAt: now };
  const answer = (firing: string) => ({ status: 'accepted', firings: [{ rule: ruleId, firing }] });
  await db.drizzle.insert(eventKeys).values([
    { ...key, extId: `e1-${first}`, eventId: first, result: answer(firingId) },
    { ...key, extId: `e2-${second}`, eventId: second, result: answer(waitingId) },
  ]);
  const firing = { accountId, ruleId, family: 'trigger' as const, ruleVersion: 1, conversationId, customerId };
  await db.drizzle.insert(firings).values([
    { ...firing, id: firingId, eventId: first, state: 'done', createdAt: now, finishedAt: now },
    { ...firing, id: waitingId, eventId: second, state: 'waiting', createdAt: now },
  ]);
  const step = { accountId, conversationId, ruleId, params: {} };
  const due = new Date(now.getTime() + 3_600_000);
  await db.drizzle.insert(firingSteps).values([
    { ...step, firingId, step: 0, action: 'send_message', state: 'done', doneAt: now },
    { ...step, firingId: waitingId, step: 0, action: 'wait', state: 'waiting', dueAt: due },
    { ...step, firingId: waitingId, step: 1, action: 'send_message', state: 'pending' },
  ]);
  const message = { accountId, conversationId, createdAt: now };
  await db.drizzle.insert(messages).values([
    { ...message, seq: 1, authorKind: 'customer', body: 'Help', clientId: 'm-1' },
    { ...message, seq: 2, authorKind: 'automation', body: 'Hello', originFiring: firingId, originStep: 0 },
  ]);
  return { accountId, customerId, conversationId, ruleId, firingId, waitingId };
}

/** Array.from gives no tuple. */
type Ids = [string, string, string, string, string];
