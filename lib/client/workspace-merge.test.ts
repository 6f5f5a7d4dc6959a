import { describe, expect, test } from 'vitest';
import type { Thread, ThreadEntry, WorkspaceRow } from '@/lib/contracts/workspace';
import { belongs, extendThread, mergeEntries, placeRow, type Standing } from './workspace-merge';

const AT = '2026-11-12T14:00:00.000Z';
const author = { kind: 'customer', id: 'u-1', name: 'Zoë', avatar: null } as const;
const message = (seq: number, text = `m${seq}`): ThreadEntry => ({
  ...{ kind: 'message', at: AT, seq, clientId: null, author, format: 'text', text },
  ...{ quickReplies: [], details: null, attachments: [], mail: null, firing: null },
});
const line = (event: number, after: number): ThreadEntry => ({
  ...{ kind: 'line', at: AT, event, after, actor: null, firing: null },
  change: { type: 'requested' },
});
const keys = (entries: readonly ThreadEntry[]) =>
  entries.map((entry) => (entry.kind === 'line' ? `e${entry.event}` : `m${entry.seq}`));
const thread = (entries: ThreadEntry[], messageSeq: number, eventSeq: number): Thread => ({
  ...{ entries, more: false, messageSeq, eventSeq },
});

describe('entries', () => {
  test('stand once, in order, lines after their message', () => {
    const merged = mergeEntries([message(1), line(2, 1), message(2)], [message(2, 'again'), line(5, 2), message(3)]);
    expect(keys(merged)).toEqual(['m1', 'e2', 'm2', 'e5', 'm3']);
    expect(merged[2]).toMatchObject({ text: 'again' });
  });

  test('two lines of one event are two', () => {
    const both = [line(4, 1), line(4, 1)];
    expect(keys(mergeEntries(both, both))).toEqual(['e4', 'e4']);
  });
});

describe('a thread', () => {
  test('takes what follows', () => {
    const { thread: after, complete } = extendThread(thread([message(1)], 1, 1), [message(2)], {
      ...{ messageSeq: 2, eventSeq: 3 },
    });
    expect(complete).toBe(true);
    expect(after).toMatchObject({ messageSeq: 2, eventSeq: 3 });
  });

  test('notices a gap and keeps to what it has, so that the gap is asked for', () => {
    const { thread: after, complete } = extendThread(thread([message(1)], 1, 1), [message(4)], {
      ...{ messageSeq: 4, eventSeq: 6 },
    });
    expect(complete).toBe(false);
    expect(after).toMatchObject({ messageSeq: 1, eventSeq: 1 });
  });

  test('does not fall back when an older state arrives late', () => {
    const { thread: after, complete } = extendThread(thread([message(1), message(2)], 2, 5), [message(1)], {
      ...{ messageSeq: 1, eventSeq: 2 },
    });
    expect(complete).toBe(true);
    expect(after).toMatchObject({ messageSeq: 2, eventSeq: 5 });
    expect(keys(after.entries)).toEqual(['m1', 'm2']);
  });
});

const support = { key: 'support', name: 'Support' };
const me: Standing = { agent: { key: 'amin', name: 'Amin', avatar: null }, groups: [support], seesAll: false };
const row = (id: string, change: Partial<WorkspaceRow> = {}): WorkspaceRow => ({
  ...{
    id,
    key: id,
    number: 1,
    channel: { key: 'web', name: 'Web', kind: 'web' },
    brand: { key: 'main', name: 'Main' },
  },
  ...{ group: support, assignee: null, phase: 'queued', status: 'new', inactive: false, suspendedTicket: false },
  ticket: {
    class: 'open',
    type: 'ordinary',
    context: null,
    sentiment: null,
    source: null,
    integration: null,
    allegroAccount: null,
    inbox: null,
    orders: [],
  },
  ...{ tags: [], lastMessage: null, unread: 0, messageSeq: 1, eventSeq: 1, customerReadSeq: 0 },
  customer: { id: 'u', name: 'Zoë', email: null, anonymous: false, suspended: null },
  waiting: { since: AT, place: 1, overflowFrom: null },
  ...{ createdAt: AT, lastActivityAt: AT, endedAt: null },
  ...change,
});
const mine = { assignee: me.agent, phase: 'assigned', waiting: null } as const;

describe('a row', () => {
  test('stands in the views it belongs to', () => {
    expect(belongs(row('a'), 'queue', me)).toBe(true);
    expect(belongs(row('a', { group: { key: 'sales', name: 'Sales' } }), 'queue', me)).toBe(false);
    expect(belongs(row('a', { group: { key: 'sales', name: 'Sales' } }), 'queue', { ...me, seesAll: true })).toBe(true);
    expect(belongs(row('a', mine), 'mine', me)).toBe(true);
    expect(belongs(row('a', { ...mine, phase: 'ended' }), 'mine', me)).toBe(false);
    const apart = { suspendedTicket: true, waiting: { since: AT, place: 0, overflowFrom: null } };
    expect(belongs(row('a', apart), 'queue', me)).toBe(false);
    expect(belongs(row('a', apart), 'open', me)).toBe(false);
    expect(belongs(row('a', apart), 'suspended', me)).toBe(true);
    expect(belongs(row('a', { ...apart, waiting: null, phase: 'ended' }), 'suspended', me)).toBe(false);
  });

  test('moves to its place, and leaves where it no longer belongs', () => {
    const first = row('a', { waiting: { since: '2026-11-12T13:00:00.000Z', place: 1, overflowFrom: null } });
    const third = row('c', { waiting: { since: '2026-11-12T15:00:00.000Z', place: 2, overflowFrom: null } });
    const ids = (rows: WorkspaceRow[]) => rows.map(({ id }) => id);
    expect(ids(placeRow([first, third], row('b'), 'queue', me, true))).toEqual(['a', 'b', 'c']);
    expect(ids(placeRow([first, row('b'), third], row('b', mine), 'queue', me, true))).toEqual(['a', 'c']);
    expect(ids(placeRow([], row('b', mine), 'mine', me, true))).toEqual(['b']);
  });

  test('beyond the end of what is loaded it waits for its page', () => {
    const early = row('a', { waiting: { since: '2026-11-12T13:00:00.000Z', place: 1, overflowFrom: null } });
    expect(placeRow([early], row('b'), 'queue', me, false)).toEqual([early]);
  });
});
