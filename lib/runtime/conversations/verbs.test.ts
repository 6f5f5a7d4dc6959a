import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { type Actor, systemActor } from '@/lib/auth/actor';
import type { Context } from '@/lib/services/context';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { ingest } from '../ingest/ingest';
import { acceptConversation } from './accept';
import { setAgentStatus } from './agent-status';
import { beginConversation, customerWrites, handOver } from './customer-message';
import { endConversation } from './end';
import { replyToConversation } from './reply';
import { liftSuspension, suspendCustomer } from './suspension';
import { changeTags } from './tags';
import { transferConversation } from './transfer';

let test: TestDatabase;
let account: TestAccount;
let ada: Context;
let amin: Context;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  account = await makeAccount(test.database);
  ada = { db: test.database, actor: actor('admin') };
  amin = { db: test.database, actor: actor('agent') };
  const { accountId } = account;
  await beginConversation(
    test.database,
    accountId,
    { channel: 'web', conversation: { id: 'c-1' }, customer: { id: 'u-1', name: 'Zoë' } },
    'bot',
  );
});

function actor(role: 'admin' | 'agent'): Actor {
  const user = account.users[role];
  const agent = { id: user.agentId, key: user.agentKey };
  return {
    ...systemActor(account.accountId, user.name),
    kind: 'user',
    id: user.id,
    role,
    agent,
    groups: ['support'],
    maySuspend: false,
  };
}

const rows = (sql: string) => test.database.query(sql, [account.accountId]);
const types = async () =>
  (await rows('select type from events where account_id = $1 order by seq')).map(({ type }) => type);
const state = async () => (await rows('select * from conversations where account_id = $1'))[0];
const toHumans = () =>
  handOver(test.database, account.accountId, 'c-1', { message: { id: 'm-1', text: 'A person please' } });

describe('verbs of conversations', () => {
  it('hand over: ticket, message, queue', async () => {
    await customerWrites(test.database, account.accountId, 'c-1', { id: 'm-0', text: 'Hello bot' });
    expect(await state()).toMatchObject({ phase: 'bot', number: null });
    await toHumans();
    expect(await types()).toEqual([
      'conversation_started',
      'message_stored',
      'conversation_requested',
      'message_sent',
      'conversation_queued',
    ]);
    expect(await state()).toMatchObject({
      phase: 'queued',
      initial_routing: true,
      group_key: 'support',
      message_seq: 2,
    });
  });

  it('accept: of two agents at once one wins', async () => {
    await toHumans();
    const outcomes = await Promise.allSettled([acceptConversation(ada, 'c-1'), acceptConversation(amin, 'c-1')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', params: { reason: 'already_assigned' } });
    expect((await types()).filter((type) => type === 'conversation_assigned')).toHaveLength(1);
    expect(await audit(test.database)).toEqual([]);
  });

  it('reply serves; a message sent twice is stored once', async () => {
    await toHumans();
    await acceptConversation(amin, 'c-1');
    const first = await replyToConversation(amin, 'c-1', { text: 'Hello', clientId: 'r-1' });
    expect(await replyToConversation(amin, 'c-1', { text: 'Hello', clientId: 'r-1' })).toEqual(first);
    expect(await state()).toMatchObject({ phase: 'assigned', assignee_key: 'amin', served: true, message_seq: 2 });
  });

  it('transfer queues again without initial routing, and ends what it may not', async () => {
    await toHumans();
    await transferConversation(ada, 'c-1', { group: 'sales' });
    expect(await state()).toMatchObject({ phase: 'queued', group_key: 'sales', initial_routing: false });
    await expect(transferConversation(ada, 'c-1', { group: 'nobody' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(transferConversation(amin, 'c-1', { group: 'support' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('end counts for the customer, once', async () => {
    await toHumans();
    await replyToConversation(ada, 'c-1', { text: 'Hi' });
    await endConversation(ada, 'c-1');
    await expect(endConversation(ada, 'c-1')).rejects.toMatchObject({ code: 'conflict' });
    expect(await rows('select previous_conversations from customers where account_id = $1')).toEqual([
      { previous_conversations: 1 },
    ]);
    await expect(customerWrites(test.database, account.accountId, 'c-1', { id: 'm', text: 'x' })).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    );
    await changeTags(ada, 'c-1', { add: ['done'] });
    expect(await state()).toMatchObject({ tags: ['done'], phase: 'ended' });
  });

  it('suspension ends the conversation and is lifted again', async () => {
    await toHumans();
    await expect(suspendCustomer(amin, 'u-1', {})).rejects.toMatchObject({ code: 'forbidden' });
    await suspendCustomer(ada, 'u-1', { reason: 'abuse' });
    expect(await state()).toMatchObject({ phase: 'ended', ended_by: 'suspension' });
    await expect(suspendCustomer(ada, 'u-1', {})).rejects.toMatchObject({ code: 'conflict' });
    await liftSuspension(ada, 'u-1');
    expect(await audit(test.database)).toEqual([]);
    expect(
      await rows("select verb from changes where account_id = $1 and entity_kind = 'customer' order by id"),
    ).toEqual([{ verb: 'suspended' }, { verb: 'unsuspended' }]);
  });

  it('status: agents set their own', async () => {
    await setAgentStatus(amin, 'amin', { status: 'online', presence: 'browser' });
    await expect(setAgentStatus(amin, 'ada', { status: 'away' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rows("select status, presence from agents where account_id = $1 and key = 'amin'")).toEqual([
      { status: 'online', presence: 'browser' },
    ]);
    const occurredAt = new Date().toISOString();
    await ingest(test.database, account.accountId, [
      { id: 'e', type: 'conversation_requested', occurredAt, conversation: { id: 'c-1' }, customer: { id: 'u-1' } },
    ]);
    const [event] = await rows(
      "select facts ->> 'account_status' as status from events where account_id = $1 and ext_id = 'e'",
    );
    expect(event).toEqual({ status: 'online' });
  });

  it('keep to their account', async () => {
    const other = await makeAccount(test.database);
    const stranger = { db: test.database, actor: { ...ada.actor, accountId: other.accountId } };
    await expect(endConversation(stranger, 'c-1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
