import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Command } from '@/lib/engine/state/derive';
import type { Context } from '@/lib/services/context';
import { beginSession } from '@/lib/services/widget/begin-session';
import { findWidgetChannel } from '@/lib/services/widget/find-channel';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { readConversation } from '@/lib/services/widget/read-conversation';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { acceptConversation } from '../conversations/accept';
import { setAgentStatus } from '../conversations/agent-status';
import { runCommand } from '../conversations/command';
import { replyToConversation } from '../conversations/reply';
import { addRule } from '../testing/add-rule';
import { writeMessage } from '../widget/write-message';
import { runRouting } from './routing';
import { startWorker, type Worker } from './worker';

// Conversations of the widget as time passes: the worker runs as in production, its clock is the test's.

let test: TestDatabase;
let account: TestAccount;
let ada: Context;
let worker: Worker | undefined;
let session: WidgetSession;
const clock = fakeClock();

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.set('2026-11-21T10:00:00.000Z');
  account = await makeAccount(test.database);
  ada = { db: test.database, actor: actorOf(account, 'admin') };
  session = await visit();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

let count = 0;
async function visit(): Promise<WidgetSession> {
  const channel = await findWidgetChannel(test.database, account.channels.web);
  const page = { url: 'https://shop.example.com/' };
  return (await beginSession(test.database, channel, { page }, { now: clock.current })).session;
}
const write = (text: string, who = session) =>
  writeMessage(test.database, who, { id: `message-${++count}-${account.key}`, text, attachments: [] }, { clock });
const view = () => readConversation(test.database, session);
const rows = (sql: string) => test.database.query(sql, [account.accountId]);
const state = async () => (await rows('select * from conversations where account_id = $1 order by created_at desc'))[0];
const idOf = async () => String((await state())?.id);
const work = () => {
  worker ??= startWorker(test.database, { clock });
};
const become = (expected: object) =>
  vi.waitFor(async () => expect(await state()).toMatchObject(expected), { timeout: 20_000, interval: 50 });
const minutes = (number: number) => clock.advance(number * 60_000);

async function assigned(): Promise<string> {
  await write('Hi');
  const id = await idOf();
  await acceptConversation(ada, id, {}, { clock });
  return id;
}

describe('a conversation that nobody touches', () => {
  it('grows inactive, releases its agent, ends, and starts anew', async () => {
    await addRule(test.database, account.accountId, {
      on: 'conversation_requested',
      when: { all: [{ field: 'customer_requesting_conversation', operator: 'is', value: true }] },
      do: [
        { action: 'set_triggered', value: true },
        { action: 'wait', seconds: 5 },
        { action: 'send_message', sender: 'Customer Service', text: 'First reply' },
      ],
    });
    const id = await assigned();
    await replyToConversation(ada, id, { text: 'Hello' }, { clock });
    work();
    clock.advance(5_000);
    await vi.waitFor(async () => expect(JSON.stringify(await view())).toContain('First reply'), { timeout: 20_000 });
    minutes(10);
    await become({ phase: 'assigned', inactive: true, inactive_count: 1, capacity_held: true });
    minutes(10);
    await become({ phase: 'assigned', inactive: true, inactive_count: 2, capacity_held: false });
    expect((await rows('select triggered from customers where account_id = $1'))[0]).toEqual({ triggered: true });
    minutes(10);
    await become({ phase: 'ended', ended_by: 'inactivity', capacity_held: false });
    expect((await rows('select triggered, previous_conversations from customers where account_id = $1'))[0]).toEqual({
      triggered: false,
      previous_conversations: 1,
    });
    expect((await view())?.phase).toBe('ended');
    await write('I am back');
    expect(await view()).toMatchObject({ phase: 'queued' });
    expect((await view())?.id).not.toBe(id);
    expect(await rows(`select count(*)::int as count from conversations where account_id = $1`)).toEqual([
      { count: 2 },
    ]);
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('is active again with a message, and counts from there', async () => {
    const id = await assigned();
    work();
    minutes(10);
    await become({ inactive: true, inactive_count: 1 });
    await write('Still here');
    expect(await state()).toMatchObject({ phase: 'assigned', inactive: false, inactive_count: 0, capacity_held: true });
    minutes(10);
    await become({ inactive: true, inactive_count: 1, capacity_held: true });
    await replyToConversation(ada, id, { text: 'So am I' }, { clock });
    expect(await state()).toMatchObject({ inactive: false, inactive_count: 0 });
  });

  it('asks for an agent again after the release', async () => {
    await assigned();
    work();
    for (const inactiveCount of [1, 2]) {
      minutes(10);
      await become({ inactive_count: inactiveCount });
    }
    await write('Hello?');
    expect(await state()).toMatchObject({
      phase: 'queued',
      inactive: false,
      assignee_key: null,
      initial_routing: false,
    });
    const types = (await rows('select type from events where account_id = $1 order by seq')).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['conversation_requested', 'message_sent', 'conversation_queued']);
  });

  it('follows the account’s own minutes', async () => {
    await rows(`update accounts set settings = settings || '{"inactiveAfterMinutes": 3}' where id = $1`);
    await assigned();
    minutes(2);
    await runRouting(test.database, clock);
    expect(await state()).toMatchObject({ inactive: false });
    minutes(1);
    await runRouting(test.database, clock);
    expect(await state()).toMatchObject({ inactive: true });
  });

  it('waits as long as it must for an agent', async () => {
    await write('Hi');
    minutes(600);
    await runRouting(test.database, clock);
    expect(await state()).toMatchObject({ phase: 'queued', inactive: false });
  });
});

describe('several workers at once, who have seen the same', () => {
  const twice = async (conversation: string, command: Command) => {
    const run = () => runCommand(test.database, account.accountId, conversation, command, { clock });
    const results = await Promise.allSettled([run(), run(), run()]);
    return results.filter(({ status }) => status === 'fulfilled').length;
  };
  const extId = async () => String((await state())?.ext_id);

  it('let a conversation grow inactive once', async () => {
    await assigned();
    minutes(10);
    const since = (await state())?.last_activity_at as Date;
    expect(await twice(await extId(), { verb: 'inactivity', since })).toBe(1);
    expect(await state()).toMatchObject({ inactive_count: 1, capacity_held: true });
  });

  it('leave a conversation alone that has gone on meanwhile', async () => {
    await assigned();
    const since = (await state())?.last_activity_at as Date;
    minutes(10);
    await write('Just in time');
    expect(await twice(await extId(), { verb: 'inactivity', since })).toBe(0);
  });

  it('move a conversation to the overflow group once', async () => {
    await write('Hi');
    const overflow = { verb: 'overflow', group: 'sales', from: 'support' } as const;
    expect(await twice(await extId(), overflow)).toBe(1);
    expect(await state()).toMatchObject({ group_key: 'sales', overflow_from: 'support' });
  });

  it('take no conversation from an agent who was quicker', async () => {
    await assigned();
    expect(await twice(await extId(), { verb: 'overflow', group: 'sales', from: 'support' })).toBe(0);
    expect(await state()).toMatchObject({ phase: 'assigned', group_key: 'support', assignee_key: 'ada' });
  });

  it('give no agent more than its capacity', async () => {
    await rows('update agents set capacity = 2 where account_id = $1');
    for (let index = 0; index < 5; index += 1) await write('Hi', await visit());
    const waiting = await rows('select ext_id from conversations where account_id = $1');
    const given = await Promise.allSettled(
      waiting.map(({ ext_id: id }) => {
        const accept = { verb: 'accept', agent: 'ada', via: 'auto' } as const;
        return runCommand(test.database, account.accountId, String(id), accept, { clock });
      }),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(given.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', params: { reason: 'no_capacity' } },
    });
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('give it what it can take, by themselves', async () => {
    await rows(`update accounts set settings = settings || '{"automaticAcceptance": true}' where id = $1`);
    await rows('update agents set capacity = 2 where account_id = $1');
    await setAgentStatus(ada, 'ada', { status: 'online' }, { clock });
    for (let index = 0; index < 3; index += 1) await write('Hi', await visit());
    await Promise.all([0, 1].map(() => runRouting(test.database, clock)));
    const phases = await rows('select phase from conversations where account_id = $1 order by phase');
    expect(phases.map(({ phase }) => phase)).toEqual(['assigned', 'assigned', 'queued']);
  });
});
