import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { ThreadEntry } from '@/lib/contracts/workspace';
import { downloadAttachment, uploadAttachment } from '@/lib/services/attachments/for-agents';
import type { Context } from '@/lib/services/context';
import { listHappenings } from '@/lib/services/conversations/happenings';
import { listMessages } from '@/lib/services/conversations/read';
import { createWebhook } from '@/lib/services/webhooks/create';
import { listConversationFirings } from '@/lib/services/workspace/firings';
import { listWorkspace } from '@/lib/services/workspace/list';
import { getThread } from '@/lib/services/workspace/thread';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { acceptConversation, assignConversation } from '../conversations/accept';
import { customerWrites } from '../conversations/customer-message';
import { endConversation } from '../conversations/end';
import { addNote, replyToConversation } from '../conversations/reply';
import { liftSuspension, suspendCustomer } from '../conversations/suspension';
import { changeTags } from '../conversations/tags';
import { transferConversation } from '../conversations/transfer';
import { tellTyping } from '../conversations/typing';
import { listenForTyping } from '../realtime/who-types';
import { addRules } from '../testing/add-rule';
import { openConversation } from './conversation';

let test: TestDatabase;
let desk: Desk;
let ada: Context;
let amin: Context;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a-secret-for-tests-that-is-long-enough');
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test.database);
  ({ ada, amin } = desk);
  await desk.request('c-1');
});

const always = { all: [{ field: 'customer_name', operator: 'is_not', value: 'Nobody' }] };
const write = (id: string, text: string) => customerWrites(test.database, desk.account.accountId, 'c-1', { id, text });
const rows = (sql: string) => test.database.query(sql, [desk.account.accountId]);
const said = (entries: readonly ThreadEntry[]) =>
  entries.map((entry) => (entry.kind === 'line' ? entry.change.type : `${entry.kind}: ${entry.text}`));
const thread = (context: Context, query: Partial<Parameters<typeof getThread>[2]> = {}) =>
  getThread(context, 'c-1', { limit: 50, ...query });

describe('what happened besides messages', () => {
  const happened = async (context: Context, limit = 50) =>
    (await listHappenings(context, 'c-1', { limit })).map(({ type, lines }) => [
      type,
      lines.map(({ change, actor }) => [change.type, actor?.name ?? null]),
    ]);

  it('is told with what it changed and who did it, the newest ones', async () => {
    await acceptConversation(amin, 'c-1');
    await replyToConversation(amin, 'c-1', { text: 'Hello' });
    await changeTags(ada, 'c-1', { add: ['vip'], remove: [] });
    const all = await happened(ada);
    expect(all.slice(-2)).toEqual([
      ['conversation_assigned', [['assigned', 'Amin Agent']]],
      ['ticket_updated', [['tags', 'Ada Admin']]],
    ]);
    expect(all.map(([type]) => type)).not.toContain('message_sent');
    expect(await happened(ada, 1)).toEqual(all.slice(-1));
    const [tagged] = await listHappenings(ada, 'c-1', { limit: 1 });
    expect(tagged?.lines[0]?.change).toEqual({ type: 'tags', added: ['vip'], removed: [] });
  });

  it('is hidden from agents of other groups', async () => {
    await transferConversation(ada, 'c-1', { group: 'sales' });
    await expect(happened(amin)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a thread', () => {
  it('holds messages, notes and what happened, in order, with who did it', async () => {
    await acceptConversation(amin, 'c-1');
    await replyToConversation(amin, 'c-1', { text: 'Hello' });
    await addNote(amin, 'c-1', { text: 'Check the order' });
    await changeTags(ada, 'c-1', { add: ['vip'] });
    await transferConversation(amin, 'c-1', { group: 'sales' });
    await assignConversation(ada, 'c-1', { agent: 'amin' });
    await endConversation(amin, 'c-1');
    const { entries, more } = await thread(ada);
    expect(more).toBe(false);
    expect(said(entries)).toEqual([
      'requested',
      'message: Help please',
      'queued',
      'assigned',
      'message: Hello',
      'note: Check the order',
      'tags',
      'transferred',
      'queued',
      'assigned',
      'ended',
    ]);
    const lines = entries.filter((entry) => entry.kind === 'line');
    expect(lines.map(({ actor }) => actor?.name ?? null)).toEqual([
      ...[null, null, 'Amin Agent', 'Ada Admin', 'Amin Agent', 'Amin Agent', 'Ada Admin', 'Amin Agent'],
    ]);
    expect(lines.map(({ change }) => change)).toMatchObject([
      {},
      { group: { key: 'support' }, place: 1 },
      { to: { key: 'amin', name: 'Amin Agent' }, via: 'accept' },
      { added: ['vip'], removed: [] },
      { from: { key: 'support' }, to: { key: 'sales', name: 'Sales' }, overflow: false },
      { group: { key: 'sales' } },
      { from: null, to: { key: 'amin' }, via: 'assignment' },
      { by: 'amin' },
    ]);
  });

  it('comes in parts backwards, each entry once', async () => {
    for (let count = 2; count <= 7; count += 1) {
      await write(`m-${count}`, `Message ${count}`);
      if (count % 2 === 0) await changeTags(ada, 'c-1', { add: [`t-${count}`] });
    }
    const whole = await thread(amin);
    const parts: ThreadEntry[][] = [];
    for (let before: number | undefined, more = true; more; ) {
      const part = await thread(amin, { limit: 3, ...(before !== undefined && { before }) });
      parts.unshift(part.entries);
      const [first] = part.entries.filter((entry) => entry.kind !== 'line');
      before = first?.seq;
      more = part.more;
    }
    expect(parts.map((part) => part.filter(({ kind }) => kind === 'message').length)).toEqual([1, 3, 3]);
    expect(parts.flat()).toEqual(whole.entries);
  });

  it('recovers what a client has missed by what it has', async () => {
    const before = await thread(amin);
    await write('m-2', 'And?');
    await acceptConversation(amin, 'c-1');
    await addNote(amin, 'c-1', { text: 'Mine' });
    const since = { after: before.messageSeq, afterEvent: before.eventSeq };
    const missed = await thread(amin, since);
    expect(said(missed.entries)).toEqual(['message: And?', 'assigned', 'note: Mine']);
    const one = await thread(amin, { ...since, limit: 1 });
    expect(said(one.entries)).toEqual(['message: And?', 'assigned']);
    expect(one.more).toBe(true);
    const { messageSeq, eventSeq } = missed;
    expect(await thread(amin, { after: messageSeq, afterEvent: eventSeq })).toMatchObject({ entries: [], more: false });
  });

  it('names the rule whose message or tag it was', async () => {
    await addRules(test.database, desk.account.accountId, [
      {
        name: 'Greet',
        on: 'message_sent',
        when: { all: [{ field: 'message', operator: 'contains', value: 'bike' }] },
        do: [
          { action: 'send_message', sender: 'Bot', text: 'One moment' },
          { action: 'add_tags', tags: ['bike'] },
        ],
      },
    ]);
    await write('m-2', 'My bike');
    const { entries } = await thread(amin);
    const [message, line] = entries.slice(-2);
    expect(message).toMatchObject({ text: 'One moment', author: { kind: 'automation' }, firing: { rule: 'Greet' } });
    expect(line).toMatchObject({ change: { type: 'tags', added: ['bike'] }, firing: { rule: 'Greet' } });
    const firings = await listConversationFirings(amin, 'c-1');
    expect(firings).toMatchObject({
      total: 1,
      items: [
        { rule: { name: 'Greet' }, event: { type: 'message_sent' }, outcome: 'done', messages: [3], dueAt: null },
      ],
    });
    expect(firings.items[0]?.steps.map(({ action, state, mayRetry }) => [action, state, mayRetry])).toEqual([
      ['send_message', 'done', false],
      ['add_tags', 'done', false],
    ]);
  });
});

describe('a conversation', () => {
  it('comes with its customer, the wait, the past and what may be done', async () => {
    await endConversation(ada, 'c-1');
    await desk.request('c-2', { customer: 'u-c-1' });
    await desk.request('c-3', { customer: 'u-c-1', group: 'sales' });
    const opened = await openConversation(amin, 'c-2');
    expect(opened).toMatchObject({
      key: 'c-2',
      customer: { id: 'u-c-1', name: 'Zoë u-c-1', suspension: null, page: null, identities: [] },
      past: { total: 1, items: [{ key: 'c-1', phase: 'ended', excerpt: 'Help please' }] },
      waiting: { place: 1 },
      customerReadSeq: 0,
      verbs: {
        accept: { allowed: true },
        reply: { allowed: true },
        suspend: { allowed: false, reason: 'forbidden' },
      },
      typing: [],
    });
    expect((await openConversation(ada, 'c-2')).past.total).toBe(2);
    expect((await openConversation(ada, 'c-1')).verbs).toMatchObject({
      accept: { allowed: false, reason: 'conversation_ended' },
      reply: { allowed: false, reason: 'conversation_ended' },
      note: { allowed: true },
    });
  });

  it('tells where the customer is', async () => {
    const { uuid } = (await openConversation(ada, 'c-1')).customer;
    await test.database.query(
      `insert into widget_sessions (account_id, id, token_hash, channel_key, customer_id, page, seen_at, expires_at)
        values ($1, gen_random_uuid(), $3, 'web', $2, '{"url": "https://shop.example/bikes", "title": "E-bikes"}',
          clock_timestamp(), clock_timestamp() + interval '1 day')`,
      [desk.account.accountId, uuid, uuid],
    );
    expect((await openConversation(amin, 'c-1')).customer.page).toMatchObject({ title: 'E-bikes', here: true });
    await rows("update widget_sessions set seen_at = seen_at - interval '2 minutes' where account_id = $1");
    expect((await openConversation(amin, 'c-1')).customer.page).toMatchObject({ here: false });
  });

  it('tells who is typing, for a moment', async () => {
    listenForTyping(test.database);
    await tellTyping(ada, 'c-1', { typing: true });
    expect((await openConversation(amin, 'c-1')).typing).toEqual([{ kind: 'agent', name: 'Ada Admin' }]);
    expect((await openConversation(ada, 'c-1')).typing).toEqual([]);
    await tellTyping(ada, 'c-1', { typing: false });
    expect((await openConversation(amin, 'c-1')).typing).toEqual([]);
  });

  it('is nobody else’s', async () => {
    await desk.request('c-2', { group: 'sales' });
    const strangers = [(await makeDesk(test.database)).ada, amin];
    for (const stranger of strangers) {
      for (const verb of [
        () => openConversation(stranger, 'c-2'),
        () => getThread(stranger, 'c-2', { limit: 1 }),
        () => listConversationFirings(stranger, 'c-2'),
        () => addNote(stranger, 'c-2', { text: 'x' }),
        () => acceptConversation(stranger, 'c-2'),
        () => assignConversation(stranger, 'c-2'),
        () => replyToConversation(stranger, 'c-2', { text: 'x' }),
        () => tellTyping(stranger, 'c-2', { typing: true }),
      ]) {
        await expect(verb()).rejects.toMatchObject({ code: 'not_found' });
      }
    }
  });
});

describe('accept', () => {
  it('of two at once one gets it, the other is told who', async () => {
    const outcomes = await Promise.allSettled([acceptConversation(desk.lea, 'c-1'), acceptConversation(amin, 'c-1')]);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    const { assignee } = await openConversation(ada, 'c-1');
    expect(refused?.reason).toMatchObject({
      code: 'conflict',
      params: { reason: 'already_assigned', agent: assignee?.key, name: assignee?.name },
    });
    expect(['lea', 'amin']).toContain(assignee?.key);
    expect((await openConversation(ada, 'c-1')).verbs.accept).toEqual({ allowed: false, reason: 'already_assigned' });
  });

  it('assigning needs an agent who is there', async () => {
    await expect(assignConversation(ada, 'c-1', { agent: 'nobody' })).rejects.toMatchObject({ code: 'invalid' });
    await rows("update agents set active = false where account_id = $1 and key = 'lea'");
    await expect(assignConversation(ada, 'c-1', { agent: 'lea' })).rejects.toMatchObject({
      issues: [{ path: 'agent', code: 'unknown_agent' }],
    });
  });
});

describe('a note', () => {
  it('reaches neither customer, rules nor webhooks', async () => {
    await addRules(test.database, desk.account.accountId, [
      { on: 'message_sent', when: always, do: [{ action: 'add_tags', tags: ['seen'] }] },
    ]);
    const webhook = { name: 'Hook', url: 'https://example.org/hook', events: ['message.created' as const] };
    await createWebhook(ada, webhook);
    const note = await addNote(amin, 'c-1', { text: 'He is angry', clientId: 'n-1' });
    expect(await addNote(amin, 'c-1', { text: 'He is angry', clientId: 'n-1' })).toEqual(note);
    await expect(addNote(amin, 'c-1', { text: 'Other', clientId: 'n-1' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await rows('select tags from conversations where account_id = $1')).toEqual([{ tags: [] }]);
    expect(await rows("select 1 from deliveries where account_id = $1 and payload::text like '%angry%'")).toEqual([]);
    expect((await listMessages(ada, 'c-1', { after: 0, limit: 10 })).items.map(({ text }) => text)).toEqual([
      'Help please',
    ]);
    const withNotes = await listMessages(ada, 'c-1', { after: 0, limit: 10, notes: true });
    expect(withNotes.items.map(({ kind }) => kind)).toEqual(['text', 'note']);
    await write('m-2', 'Hello?');
    const facts = await rows(
      "select facts ->> 'message' as message from events where account_id = $1 and facts is not null order by seq",
    );
    expect(facts.map(({ message }) => message)).not.toContain('He is angry');
    expect(await rows('select tags from conversations where account_id = $1')).toEqual([{ tags: ['seen'] }]);
    const [row] = (await listWorkspace(amin, { view: 'queue', limit: 1 })).items;
    expect(row?.lastMessage?.text).toBe('Hello?');
    expect(await audit(test.database)).toEqual([]);
  });

  it('may be written after the end, and serves nobody', async () => {
    await addNote(amin, 'c-1', { text: 'First' });
    expect(await openConversation(amin, 'c-1')).toMatchObject({ phase: 'queued', assignee: null });
    await endConversation(amin, 'c-1');
    await addNote(amin, 'c-1', { text: 'Afterwards' });
    expect(said((await thread(amin)).entries).at(-1)).toBe('note: Afterwards');
  });
});

describe('files', () => {
  const upload = (context: Context, name: string) =>
    uploadAttachment(context, { name }, { type: 'text/csv', bytes: new TextEncoder().encode(name) });

  it('go with a message once, in their order', async () => {
    const [a, b] = [await upload(amin, 'a.csv'), await upload(amin, 'b.csv')];
    const reply = { text: '', clientId: 'r-1', attachments: [b.id, a.id] };
    const sent = await replyToConversation(amin, 'c-1', reply);
    expect(await replyToConversation(amin, 'c-1', reply)).toEqual(sent);
    const last = (await thread(ada)).entries.at(-1);
    expect(last).toMatchObject({ format: 'file', attachments: [{ name: 'b.csv' }, { name: 'a.csv' }] });
    await expect(replyToConversation(amin, 'c-1', { text: 'x', attachments: [a.id] })).rejects.toMatchObject({
      issues: [{ path: 'attachments[0]', code: 'unknown_attachment' }],
    });
    const { file } = await downloadAttachment(ada, a.id);
    expect(file).toMatchObject({ name: 'a.csv', type: 'text/csv' });
    expect((await listMessages(ada, 'c-1', { after: 1, limit: 1 })).items[0]?.attachments).toHaveLength(2);
  });

  it('of somebody else are refused', async () => {
    const theirs = await upload(ada, 'a.csv');
    await expect(addNote(amin, 'c-1', { text: 'x', attachments: [theirs.id] })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await thread(ada)).messageSeq).toBe(1);
  });
});

describe('a suspended customer', () => {
  it('ends, asks again apart from every queue, and comes back into it', async () => {
    await suspendCustomer(ada, 'u-c-1', { reason: 'abuse' });
    expect(await openConversation(ada, 'c-1')).toMatchObject({
      phase: 'ended',
      customer: { suspended: 'messaging', suspension: { reason: 'abuse', by: 'Ada Admin' } },
    });
    await addRules(test.database, desk.account.accountId, [
      { on: 'conversation_queued', when: always, do: [{ action: 'add_tags', tags: ['queued'] }] },
    ]);
    await desk.request('c-2', { customer: 'u-c-1' });
    const views = async (view: 'queue' | 'suspended' | 'open' | 'unassigned') =>
      (await listWorkspace(amin, { view, limit: 9 })).items.map(({ key }) => key);
    expect([await views('queue'), await views('open'), await views('unassigned')]).toEqual([[], [], []]);
    expect(await views('suspended')).toEqual(['c-2']);
    expect((await openConversation(ada, 'c-2')).verbs).toMatchObject({
      accept: { reason: 'customer_suspended' },
      reply: { reason: 'customer_suspended' },
      end: { allowed: true },
    });
    for (const verb of [
      () => acceptConversation(amin, 'c-2'),
      () => assignConversation(amin, 'c-2'),
      () => replyToConversation(amin, 'c-2', { text: 'Hello' }),
    ]) {
      await expect(verb()).rejects.toMatchObject({ code: 'conflict', params: { reason: 'customer_suspended' } });
    }
    expect(said((await getThread(ada, 'c-2', { limit: 9 })).entries)).toEqual(['requested', 'message: Help please']);
    await liftSuspension(ada, 'u-c-1');
    expect([await views('queue'), await views('suspended')]).toEqual([['c-2'], []]);
    expect(await openConversation(amin, 'c-2')).toMatchObject({ tags: ['queued'], waiting: { place: 1 } });
    const [facts] = await rows(
      "select facts ->> 'initial_routing' as initial from events where account_id = $1 and type = 'conversation_queued' and facts is not null and facts <> '{}' order by id desc limit 1",
    );
    expect(facts).toEqual({ initial: 'true' });
    await acceptConversation(amin, 'c-2');
    expect(await audit(test.database)).toEqual([]);
  });

  it('of messaging alone keeps what runs elsewhere', async () => {
    await rows("update channels set kind = 'email' where account_id = $1 and key = 'web'");
    await test.database.query('update rule_sets set version = version + 1 where account_id = $1', [
      desk.account.accountId,
    ]);
    await suspendCustomer(ada, 'u-c-1', {});
    await acceptConversation(amin, 'c-1');
    await replyToConversation(amin, 'c-1', { text: 'Hello' });
    await liftSuspension(ada, 'u-c-1');
    await suspendCustomer(ada, 'u-c-1', { scope: 'all' });
    expect(await openConversation(ada, 'c-1')).toMatchObject({ phase: 'ended' });
  });
});
