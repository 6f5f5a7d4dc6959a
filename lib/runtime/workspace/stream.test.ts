import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/contracts/app-error';
import type { WorkspaceCounts, WorkspaceEvent } from '@/lib/contracts/workspace';
import type { Context } from '@/lib/services/context';
import { getThread } from '@/lib/services/workspace/thread';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { acceptConversation, assignConversation } from '../conversations/accept';
import { customerWrites } from '../conversations/customer-message';
import { endConversation } from '../conversations/end';
import { markRead } from '../conversations/read-mark';
import { addNote, replyToConversation } from '../conversations/reply';
import { transferConversation } from '../conversations/transfer';
import { tellTyping } from '../conversations/typing';
import { hintBus } from '../hints';
import { setOwnStatus } from './own-status';
import { streamWorkspace } from './stream';
import { workspaceUpdates } from './updates';

let test: TestDatabase;
let desk: Desk;
let ada: Context;
let amin: Context;
let ending: AbortController;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test.database);
  ({ ada, amin } = desk);
  ending = new AbortController();
});
afterEach(() => ending.abort());

type Of<T> = Extract<WorkspaceEvent, { type: T }>;

/** Listens as an agent's window does; what has come is looked through in order. */
async function listen(
  { db, actor }: Context,
  more: { refresh?: () => Promise<Actor>; pingMilliseconds?: number } = {},
) {
  const { signal } = ending;
  const stream = streamWorkspace({ db, actor, signal, refresh: async () => actor, ...more });
  const seen: WorkspaceEvent[] = [];
  const until = async <T extends WorkspaceEvent['type']>(
    type: T,
    accept: (event: Of<T>) => boolean = () => true,
  ): Promise<Of<T>> => {
    for (;;) {
      const { value } = await stream.next();
      if (!value) throw new Error(`The stream ended before ${type}`);
      seen.push(value);
      // The type is compared a moment before.
      if (value.type === type && accept(value as Of<T>)) return value as Of<T>;
    }
  };
  /** They may have been told before the change that they count. */
  const counted = async (expected: Partial<WorkspaceCounts>) => {
    const holds = ({ counts }: { counts: WorkspaceCounts }) =>
      Object.entries(expected).every(([name, value]) => Reflect.get(counts, name) === value);
    const last = seen.filter((event) => 'counts' in event).at(-1);
    return last && holds(last) ? last.counts : (await until('counts', holds)).counts;
  };
  const hello = await until('hello');
  return { stream, seen, until, counted, hello };
}

const write = (conversation: string, id: string, text = 'And?') =>
  customerWrites(test.database, desk.account.accountId, conversation, { id, text });

describe('the stream of an agent', () => {
  it('says hello with the counts, then tells of requests, messages and counts', async () => {
    const { hello, until, counted, seen } = await listen(amin);
    expect(hello.counts).toMatchObject({ queue: 0, mine: 0 });
    await desk.request('c-1');
    const { row } = await until('request');
    expect(row).toMatchObject({ key: 'c-1', waiting: { place: 1 }, unread: 0 });
    expect(await counted({ queue: 1 })).toMatchObject({ groups: [{ key: 'support', queue: 1 }] });
    await acceptConversation(amin, 'c-1');
    const accepted = await until('conversation', (event) => event.row.phase === 'assigned');
    expect(accepted.entries.map((entry) => entry.kind === 'line' && entry.change.type)).toEqual(['assigned']);
    await write('c-1', 'm-2');
    const written = await until('conversation', (event) => event.row.messageSeq === 2);
    expect(written).toMatchObject({ row: { unread: 2 }, entries: [{ kind: 'message', seq: 2, text: 'And?' }] });
    expect(await counted({ unread: 1 })).toMatchObject({ mine: 1, queue: 0 });
    await markRead(amin, 'c-1', { seq: 2 });
    expect(await until('conversation', (event) => event.row.unread === 0)).toMatchObject({ entries: [] });
    await addNote(ada, 'c-1', { text: 'Psst' });
    expect((await until('conversation')).entries).toMatchObject([{ kind: 'note', text: 'Psst' }]);
    await endConversation(amin, 'c-1');
    const ended = await until('conversation', (event) => event.row.phase === 'ended');
    expect(ended.row.endedAt).not.toBeNull();
    expect(seen.filter(({ type }) => type === 'request')).toHaveLength(1);
  });

  it('tells nothing of other groups and other accounts, and says when one is lost', async () => {
    const agent = await listen(amin);
    const admin = await listen(ada);
    await (await makeDesk(test.database)).request('c-1');
    await desk.request('c-1', { group: 'sales' });
    await admin.until('conversation');
    await desk.request('c-2');
    await agent.until('request');
    expect(agent.seen.flatMap((event) => ('row' in event ? [event.row.key] : []))).toEqual(['c-2', 'c-2']);
    for (const event of agent.seen) if ('counts' in event) expect(event.counts.queue).toBeLessThan(2);
    await transferConversation(ada, 'c-2', { group: 'sales' });
    const { id } = await agent.until('gone');
    expect(agent.seen.find((event) => 'row' in event && event.row.id === id)).toBeDefined();
    await transferConversation(ada, 'c-2', { group: 'support' });
    expect((await agent.until('request')).row.key).toBe('c-2');
    await transferConversation(ada, 'c-1', { group: 'sales' });
    await assignConversation(ada, 'c-1', { agent: 'amin' });
    expect((await agent.until('conversation')).row).toMatchObject({ key: 'c-1', assignee: { key: 'amin' } });
  });

  it('tells who types, but not to whom types', async () => {
    await desk.request('c-1');
    const agent = await listen(amin);
    await tellTyping(amin, 'c-1', { typing: true });
    await tellTyping(ada, 'c-1', { typing: true });
    expect(await agent.until('typing')).toMatchObject({ kind: 'agent', name: 'Ada Admin', typing: true });
    await transferConversation(ada, 'c-1', { group: 'sales' });
    await agent.until('gone');
    await tellTyping(ada, 'c-1', { typing: false });
    await desk.request('c-2');
    await agent.until('request');
    expect(agent.seen.filter(({ type }) => type === 'typing')).toHaveLength(1);
  });

  it('tells when colleagues count for something else', async () => {
    const { until } = await listen(ada);
    await setOwnStatus(amin, { status: 'online' });
    await until('colleagues');
    await desk.request('c-1');
    await replyToConversation(amin, 'c-1', { text: 'Hello' });
    await until('colleagues');
  });

  it('ends with the session, and follows a change of groups', async () => {
    let actor = amin.actor;
    const refresh = async () => {
      if (actor.role === 'admin') throw new AppError('session_ended');
      return actor;
    };
    await desk.request('c-1', { group: 'sales' });
    const { until, hello } = await listen(amin, { refresh, pingMilliseconds: 5 });
    expect(hello.counts.queue).toBe(0);
    await until('ping');
    actor = { ...actor, groups: ['sales'] };
    expect((await until('hello')).counts.queue).toBe(1);
    actor = { ...actor, role: 'admin' };
    await expect(until('hello')).rejects.toMatchObject({ code: 'session_ended' });
  });

  it('leaves nothing behind when its reader goes', async () => {
    const before = hintBus().listenerCount('hint');
    const { stream } = await listen(amin);
    const other = await listen(ada);
    expect(hintBus().listenerCount('hint')).toBe(before + 1);
    await stream.return();
    ending.abort();
    expect((await other.stream.next()).done).toBe(true);
    expect(hintBus().listenerCount('hint')).toBe(before);
  });

  it('hears of changes that no hint told of', async () => {
    await desk.request('c-1');
    const { until } = await listen(amin);
    await test.database.query(
      "update conversations set event_seq = event_seq + 1, tags = '{late}' where account_id = $1",
      [desk.account.accountId],
    );
    hintBus().emit('missed');
    expect((await until('conversation')).row.tags).toEqual(['late']);
    await test.database.query('delete from conversations where account_id = $1', [desk.account.accountId]);
    hintBus().emit('missed');
    await until('gone');
  });

  it('hears of what another process commits', async () => {
    if (test.url === undefined) return;
    await desk.request('c-1');
    await acceptConversation(amin, 'c-1');
    const { until } = await listen(amin);
    const said = {
      url: test.url,
      accountId: desk.account.accountId,
      conversation: 'c-1',
      id: 'm-2',
      text: 'From afar',
    };
    const elsewhere = ['--import', 'tsx', 'lib/runtime/testing/customer-elsewhere.ts', JSON.stringify(said)];
    const child = spawn(process.execPath, elsewhere, { stdio: ['pipe', 'ignore', 'inherit'] });
    try {
      const { entries } = await until('conversation', ({ row }) => row.messageSeq === 2);
      expect(entries).toMatchObject([{ kind: 'message', text: 'From afar' }]);
    } finally {
      child.stdin.end();
    }
  });
});

describe('polling', () => {
  it('brings the same: counts, whether the lists changed, and what is new in the open conversation', async () => {
    await desk.request('c-1');
    const first = await workspaceUpdates(amin, {});
    expect(first).toMatchObject({ counts: { queue: 1 }, conversation: null });
    expect((await workspaceUpdates(amin, {})).stamp).toBe(first.stamp);
    const { messageSeq, eventSeq } = await getThread(amin, 'c-1', { limit: 1 });
    await write('c-1', 'm-2');
    await tellTyping(ada, 'c-1', { typing: true });
    const known = { conversation: 'c-1', after: messageSeq, afterEvent: eventSeq };
    const second = await workspaceUpdates(amin, known);
    expect(second.stamp).not.toBe(first.stamp);
    expect(second.conversation).toMatchObject({
      row: { key: 'c-1', messageSeq: 2 },
      thread: { entries: [{ kind: 'message', text: 'And?' }], more: false },
      typing: [{ kind: 'agent', name: 'Ada Admin' }],
    });
    await markRead(amin, 'c-1', { seq: 2 });
    expect((await workspaceUpdates(amin, {})).stamp).not.toBe(second.stamp);
    await transferConversation(ada, 'c-1', { group: 'sales' });
    expect(await workspaceUpdates(amin, known)).toMatchObject({ counts: { queue: 0 }, conversation: null });
  });
});
