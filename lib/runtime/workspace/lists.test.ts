import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceListQuery } from '@/lib/contracts/workspace';
import type { Context } from '@/lib/services/context';
import { listColleagues } from '@/lib/services/workspace/colleagues';
import { countWorkspace } from '@/lib/services/workspace/counts';
import { listWorkspace } from '@/lib/services/workspace/list';
import { getWorkspaceMe } from '@/lib/services/workspace/me';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { acceptConversation, assignConversation } from '../conversations/accept';
import { acceptNext } from '../conversations/accept-next';
import { setAgentStatus, touchPresence } from '../conversations/agent-status';
import { customerWrites } from '../conversations/customer-message';
import { endConversation } from '../conversations/end';
import { markRead } from '../conversations/read-mark';
import { replyToConversation } from '../conversations/reply';
import { changeTags } from '../conversations/tags';
import { transferConversation } from '../conversations/transfer';
import { setOwnStatus } from './own-status';

let test: TestDatabase;
let desk: Desk;
let ada: Context;
let amin: Context;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test.database);
  ({ ada, amin } = desk);
});

const list = (context: Context, query: Partial<WorkspaceListQuery> = {}) =>
  listWorkspace(context, { view: 'mine', limit: 50, ...query });
const keys = async (context: Context, query: Partial<WorkspaceListQuery>) =>
  (await list(context, query)).items.map(({ key }) => key);

describe('lists', () => {
  it('show agents their groups, admins and leads all', async () => {
    await desk.request('c-1');
    await desk.request('c-2', { group: 'sales' });
    await desk.request('c-3');
    await acceptConversation(ada, 'c-3');
    expect(await keys(amin, { view: 'queue' })).toEqual(['c-1']);
    expect(await keys(ada, { view: 'queue' })).toEqual(['c-1', 'c-2']);
    expect(await keys(desk.lea, { view: 'open' })).toEqual(['c-3', 'c-2', 'c-1']);
    expect(await keys(amin, { view: 'open' })).toEqual(['c-3', 'c-1']);
    expect(await keys(amin, { view: 'unassigned' })).toEqual(['c-1']);
    expect(await keys(amin, { view: 'mine' })).toEqual([]);
    expect(await keys(ada, { view: 'mine' })).toEqual(['c-3']);
    const other = await makeDesk(test.database);
    for (const view of ['queue', 'open', 'mine', 'ended'] as const) expect(await keys(other.ada, { view })).toEqual([]);
  });

  it('show an agent what was given to it from another group', async () => {
    await desk.request('c-1', { group: 'sales' });
    await assignConversation(ada, 'c-1', { agent: 'amin' });
    expect(await keys(amin, { view: 'mine' })).toEqual(['c-1']);
    await replyToConversation(amin, 'c-1', { text: 'Hello' });
    await transferConversation(amin, 'c-1', { group: 'sales' });
    expect(await keys(amin, { view: 'open' })).toEqual([]);
  });

  it('tell of each conversation what a row shows', async () => {
    await desk.request('c-1', { text: 'x'.repeat(500) });
    await changeTags(ada, 'c-1', { add: ['vip'] });
    await desk.request('c-2');
    const [first, second] = (await list(amin, { view: 'queue' })).items;
    expect(first).toMatchObject({
      key: 'c-1',
      channel: { key: 'web', name: 'Web Widget', kind: 'web' },
      group: { key: 'support' },
      assignee: null,
      tags: ['vip'],
      customer: { id: 'u-c-1', name: 'Zoë u-c-1', suspended: null },
      lastMessage: { seq: 1, author: { kind: 'customer', name: 'Zoë u-c-1' }, text: 'x'.repeat(160), attachments: 0 },
      waiting: { place: 1, overflowFrom: null },
      unread: 0,
    });
    expect(second?.waiting?.place).toBe(2);
    await transferConversation(ada, 'c-2', { group: 'sales' });
    expect((await list(ada, { view: 'queue', group: 'sales' })).items[0]?.waiting?.place).toBe(1);
  });

  it('show what a person wrote last, and an automatic message only while nobody has written', async () => {
    await desk.request('c-1', { text: 'Rear wheel is out of true' });
    const automatic = (seq: number) =>
      test.database.query(
        `insert into messages (account_id, conversation_id, seq, author_kind, kind, body, created_at)
          select account_id, id, $2, 'automation', 'text', 'Thank you for writing', now() from conversations
          where account_id = $1 and ext_id = 'c-1'`,
        [ada.actor.accountId, seq],
      );
    const shown = async () => (await list(amin, { view: 'queue' })).items[0]?.lastMessage;
    await automatic(2);
    expect(await shown()).toMatchObject({ seq: 1, text: 'Rear wheel is out of true' });
    await test.database.query("delete from messages where account_id = $1 and author_kind = 'customer'", [
      ada.actor.accountId,
    ]);
    expect(await shown()).toMatchObject({ seq: 2, author: { kind: 'automation' } });
  });

  it('are filtered and searched', async () => {
    await desk.request('c-1', { customer: 'émile' });
    await desk.request('c-2', { group: 'sales' });
    await changeTags(ada, 'c-2', { add: ['a,b'] });
    await acceptConversation(ada, 'c-2');
    const open = (query: Partial<WorkspaceListQuery>) => keys(ada, { view: 'open', ...query });
    expect(await open({ search: 'ÉMILE' })).toEqual(['c-1']);
    expect(await open({ search: 'c-2' })).toEqual(['c-2']);
    expect(await open({ search: '%' })).toEqual([]);
    expect(await open({ group: 'sales' })).toEqual(['c-2']);
    expect(await open({ channel: 'api' })).toEqual([]);
    expect(await open({ tag: 'a,b' })).toEqual(['c-2']);
    expect(await open({ assignee: 'ada' })).toEqual(['c-2']);
    expect(await open({ status: 'new' })).toEqual(['c-2', 'c-1']);
    const number = (await list(ada, { view: 'open', search: 'c-1' })).items[0]?.number;
    expect(await open({ search: `#${number}` })).toEqual(['c-1']);
  });

  it.each(['queue', 'open', 'mine', 'ended'] as const)('of %s come in parts', async (view) => {
    for (const id of ['c-1', 'c-2', 'c-3', 'c-4', 'c-5']) {
      await desk.request(id);
      if (view === 'mine') await acceptConversation(ada, id);
      if (view === 'ended') await endConversation(ada, id);
    }
    const all = await keys(ada, { view });
    expect(all).toHaveLength(5);
    const parts: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const slice = await list(ada, { view, limit: 2, ...(cursor !== undefined && { cursor }) });
      parts.push(...slice.items.map(({ key }) => key));
      cursor = slice.next ?? undefined;
      more = cursor !== undefined;
    }
    expect(parts).toEqual(all);
    const bad = [
      Buffer.from('["1","x"]').toString('base64url'),
      'nonsense',
      Buffer.from('["x"]').toString('base64url'),
    ];
    for (const cursor of bad) await expect(list(ada, { view, cursor })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('count what I have not read', async () => {
    await desk.request('c-1');
    await acceptConversation(amin, 'c-1');
    await customerWrites(test.database, desk.account.accountId, 'c-1', { id: 'm-2', text: 'And?' });
    const unread = async (context: Context) => (await list(context, { view: 'open' })).items[0]?.unread;
    expect(await unread(amin)).toBe(2);
    expect(await unread(ada)).toBe(0);
    expect(await countWorkspace(amin)).toMatchObject({ mine: 1, unread: 1 });
    await markRead(amin, 'c-1', { seq: 2 });
    await markRead(amin, 'c-1', { seq: 1 });
    expect(await unread(amin)).toBe(0);
    expect(await countWorkspace(amin)).toMatchObject({ mine: 1, unread: 0 });
    await markRead(ada, 'c-1', { seq: 99 });
    await customerWrites(test.database, desk.account.accountId, 'c-1', { id: 'm-3', text: 'Hello?' });
    expect([await unread(amin), await unread(ada)]).toEqual([1, 1]);
    await expect(markRead(amin, 'nobody', { seq: 1 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('count every view in one call', async () => {
    await desk.request('c-1');
    await desk.request('c-2', { group: 'sales' });
    await desk.request('c-3');
    await acceptConversation(amin, 'c-3');
    await desk.request('c-4');
    await endConversation(ada, 'c-4');
    expect(await countWorkspace(ada)).toMatchObject({
      ...{ mine: 0, queue: 2, unassigned: 2, open: 3, ended: 1, suspended: 0 },
      groups: [
        { key: 'sales', name: 'Sales', queue: 1 },
        { key: 'support', queue: 1 },
      ],
    });
    const counts = await countWorkspace(amin);
    expect(counts).toMatchObject({ mine: 1, queue: 1, open: 2, groups: [{ key: 'support', queue: 1 }] });
    expect(counts.waitingSince).toBe((await list(amin, { view: 'queue' })).items[0]?.waiting?.since);
  });
});

describe('accept next', () => {
  it('takes the longest waiting that the agent sees, everybody another one', async () => {
    await desk.request('c-0', { group: 'sales' });
    for (const id of ['c-1', 'c-2', 'c-3']) await desk.request(id);
    const taken = await Promise.all([acceptNext(amin), acceptNext(desk.lea), acceptNext(amin)]);
    expect(new Set(taken.map((each) => each?.id)).size).toBe(3);
    expect((await keys(amin, { view: 'queue' })).length + (await keys(amin, { view: 'mine' })).length).toBeLessThan(4);
    while (await acceptNext(amin)) {
      // Until nothing waits for support.
    }
    expect(await keys(amin, { view: 'queue' })).toEqual([]);
    expect(await acceptNext(amin)).toBeNull();
  });
});

describe('own status', () => {
  const status = async (context: Context) => (await getWorkspaceMe(context)).status;
  const moveClock = (seconds: number) =>
    test.database.query(`update agents set seen_at = seen_at - make_interval(secs => $2) where account_id = $1`, [
      desk.account.accountId,
      seconds,
    ]);

  it('set in a browser is invisible once the browser has been gone for a minute, and counts again with it', async () => {
    expect(await setOwnStatus(amin, { status: 'online' })).toMatchObject({
      ...{ status: 'online', chosen: 'online', presence: 'browser', load: 0, seesAll: false },
      groups: [{ key: 'support' }],
    });
    await moveClock(59);
    expect(await status(amin)).toBe('online');
    await moveClock(2);
    expect(await status(amin)).toBe('invisible');
    expect(await getWorkspaceMe(amin)).toMatchObject({ chosen: 'online' });
    const colleague = (await listColleagues(ada)).items.find(({ key }) => key === 'amin');
    expect(colleague).toMatchObject({ status: 'invisible', me: false });
    await touchPresence(amin);
    expect(await status(amin)).toBe('online');
  });

  it('set through the API holds', async () => {
    await setAgentStatus(ada, 'amin', { status: 'away' });
    await moveClock(3_600);
    expect(await status(amin)).toBe('away');
  });

  it('is nothing for who answers nobody', async () => {
    const nobody = { ...ada, actor: { ...ada.actor, agent: null } };
    await expect(setOwnStatus(nobody, { status: 'online' })).rejects.toMatchObject({ params: { reason: 'no_agent' } });
    expect(await getWorkspaceMe(nobody)).toMatchObject({ agent: null, status: 'invisible', seesAll: true });
  });

  it('stands beside those of colleagues with their load', async () => {
    await setOwnStatus(amin, { status: 'online' });
    await desk.request('c-1');
    await acceptConversation(amin, 'c-1');
    const { items } = await listColleagues(amin);
    expect(items[0]).toMatchObject({
      key: 'amin',
      me: true,
      status: 'online',
      load: 1,
      capacity: 5,
      groups: ['support'],
    });
    expect(items).toHaveLength(3);
    expect((await listColleagues((await makeDesk(test.database)).amin)).items).toHaveLength(3);
  });
});
