import { describe, expect, test } from 'vitest';
import type { Outgoing } from '@/lib/client/outbox';
import type { ThreadEntry } from '@/lib/contracts/workspace';
import { messageOf } from './testing';
import { threadItems } from './thread-items';

const line = (event: number, after: number, type: 'requested' | 'inactive' = 'requested'): ThreadEntry => ({
  ...{ kind: 'line', at: '2026-11-12T14:27:00.000Z', event, after, actor: null, firing: null },
  change: type === 'requested' ? { type } : { type, capacityReleased: false },
});
const queued: ThreadEntry = {
  ...{ kind: 'line', at: '2026-11-12T14:27:00.000Z', event: 3, after: 1, actor: null, firing: null },
  change: { type: 'queued', group: null, place: 2 },
};
const outgoing: Outgoing = {
  ...{ clientId: 'x', conversation: 'c', kind: 'message', text: 'Hello', attachments: [], at: '2026-11-12T14:30:00Z' },
  ...{ state: 'sending', problem: null },
};
const items = (entries: ThreadEntry[], more: { outgoing?: Outgoing[]; readSeq?: number | null } = {}) =>
  threadItems({
    entries,
    outgoing: more.outgoing ?? [],
    readSeq: more.readSeq ?? null,
    dayOf: (at) => at.slice(0, 10),
  });
const kinds = (...given: Parameters<typeof items>) => items(...given).map(({ kind }) => kind);

describe('a thread', () => {
  test('says the day once, and again when it changes', () => {
    const next = messageOf(2, 'Still there?', { at: '2026-11-13T08:00:00.000Z' });
    expect(kinds([messageOf(1, 'Hi'), next])).toEqual(['day', 'entry', 'day', 'entry']);
  });

  test('marks what is unread before the first of it, and nothing where all is read', () => {
    const entries = [messageOf(1, 'a'), messageOf(2, 'b'), messageOf(3, 'c')];
    expect(kinds(entries, { readSeq: 1 })).toEqual(['day', 'entry', 'unread', 'entry', 'entry']);
    expect(kinds(entries, { readSeq: 3 })).toEqual(['day', 'entry', 'entry', 'entry']);
  });

  test('says asking and queueing as one', () => {
    expect(kinds([messageOf(1, 'a'), line(2, 1), queued])).toEqual(['day', 'entry', 'line']);
    expect(kinds([messageOf(1, 'a'), line(2, 1), line(3, 1, 'inactive')])).toEqual(['day', 'entry', 'line', 'line']);
  });

  test('shows what is on its way at the end, and once when it has arrived, in the same place', () => {
    expect(kinds([messageOf(1, 'a')], { outgoing: [outgoing] })).toEqual(['day', 'entry', 'outgoing']);
    const before = items([messageOf(1, 'a')], { outgoing: [outgoing] }).at(-1);
    const after = items([messageOf(1, 'a'), messageOf(2, 'Hello', { clientId: 'x' })], { outgoing: [outgoing] });
    expect(after.map(({ kind }) => kind)).toEqual(['day', 'entry', 'entry']);
    expect(after.at(-1)?.key).toBe(before?.key);
  });
});
