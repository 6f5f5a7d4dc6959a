import { describe, expect, it } from 'vitest';
import { shownOf } from './line';
import type { LiteralEvent } from './literal-event';
import type { Conversation } from './records';

const before = {
  phase: 'queued',
  groupKey: 'support',
  assigneeKey: null,
  tags: ['a', 'b'],
  status: 'new',
  eventSeq: 4,
  messageSeq: 3,
  capacityHeld: false,
  queueEntryPosition: null,
  overflowFrom: null,
  suspendedTicket: false,
  ticketCreatedAt: new Date(0),
} as unknown as Conversation;
const shown = (event: LiteralEvent, after: Partial<Conversation>, from: Partial<Conversation> = {}) =>
  shownOf({ ...before, ...from }, { ...before, ...from, ...after }, event)?.changes ?? [];
const wrote = { type: 'message_sent', agent: 'ada', message: { text: 'Hi', sender: { type: 'agent' } } } as const;

describe('what a thread says about an event', () => {
  it('stands after the message before it', () => {
    expect(shownOf(before, { ...before, messageSeq: 4 }, { type: 'conversation_requested' })).toEqual({
      after: 3,
      changes: [{ type: 'requested' }],
    });
  });

  it.each<[string, LiteralEvent, Partial<Conversation>, Partial<Conversation>, object[]]>([
    ['a message says nothing by itself', wrote, {}, {}, []],
    [
      'who writes unassigned has it',
      wrote,
      { assigneeKey: 'ada' },
      {},
      [{ type: 'assigned', via: 'reply', to: 'ada' }],
    ],
    [
      'a place in the queue',
      { type: 'conversation_queued' },
      { queueEntryPosition: 6 },
      {},
      [{ type: 'queued', group: 'support', place: 6 }],
    ],
    ['no queue for the suspended', { type: 'conversation_queued' }, { suspendedTicket: true }, {}, []],
    [
      'acceptance',
      { type: 'conversation_assigned', agent: 'ada', via: 'auto' },
      { assigneeKey: 'ada' },
      {},
      [{ type: 'assigned', from: null, to: 'ada', via: 'auto' }],
    ],
    [
      'another agent',
      { type: 'conversation_reassigned', agent: 'lea' },
      { assigneeKey: 'lea' },
      { assigneeKey: 'ada' },
      [{ type: 'assigned', from: 'ada', to: 'lea', via: 'assignment' }],
    ],
    [
      'a transfer takes it from whoever had it without saying so twice',
      { type: 'conversation_transferred' },
      { groupKey: 'sales', assigneeKey: null },
      { assigneeKey: 'ada' },
      [{ type: 'transferred', from: 'support', to: 'sales', overflow: false }],
    ],
    [
      'an overflow',
      { type: 'conversation_transferred', overflow: true },
      { groupKey: 'sales', overflowFrom: 'support' },
      {},
      [{ type: 'transferred', overflow: true }],
    ],
    [
      'the group that a conversation begins in is no transfer',
      { type: 'conversation_requested' },
      { groupKey: 'sales' },
      { eventSeq: 0 },
      [{ type: 'requested' }],
    ],
    [
      'a ticket taken from somebody',
      { type: 'ticket_updated', ticket: {} },
      { assigneeKey: null },
      { assigneeKey: 'ada' },
      [{ type: 'unassigned', from: 'ada' }],
    ],
    [
      'tags and status',
      { type: 'ticket_updated', ticket: {} },
      { tags: ['b', 'c'], status: 'open' },
      {},
      [
        { type: 'tags', added: ['c'], removed: ['a'] },
        { type: 'status', from: 'new', to: 'open' },
      ],
    ],
    [
      'inactivity that releases',
      { type: 'conversation_inactive' },
      { capacityHeld: false },
      { capacityHeld: true },
      [{ type: 'inactive', capacityReleased: true }],
    ],
    ['an end', { type: 'conversation_ended' }, { phase: 'ended', endedBy: 'ada' }, {}, [{ type: 'ended', by: 'ada' }]],
    ['no second end', { type: 'conversation_ended' }, { phase: 'ended' }, { phase: 'ended' }, []],
  ])('%s', (_name, event, after, from, expected) => {
    const changes = shown(event, after, from);
    expect(changes).toHaveLength(expected.length);
    for (const [index, each] of expected.entries()) expect(changes[index]).toMatchObject(each);
  });

  it('names tags that a rule has changed already', () => {
    const event = { type: 'ticket_updated', ticket: {} } as const;
    expect(shownOf(before, before, event, { added: ['x'], removed: [] })?.changes).toEqual([
      { type: 'tags', added: ['x'], removed: [] },
    ]);
  });
});
