import { describe, expect, it } from 'vitest';
import { apply } from './apply';
import eventCases from './cases/events.json';
import verbCases from './cases/verbs.json';
import { type Command, derive } from './derive';
import type { Phase } from './fact-state';
import type { LiteralEvent } from './literal-event';
import { type Conversation, type Customer, isSuspendedOn, type State } from './records';

const START = new Date('2026-11-21T10:00:00Z');
const message = (type: 'customer' | 'agent') => ({ id: 'm', text: 'Hi', sender: { type } }) as const;

/** Short names of the tables' common events. */
const named: Record<string, LiteralEvent> = {
  conversation_started: { type: 'conversation_started', phase: 'bot' },
  conversation_requested: { type: 'conversation_requested' },
  customer_message: { type: 'message_sent', message: message('customer') },
  agent_message: { type: 'message_sent', message: message('agent'), agent: 'ada' },
  conversation_queued: { type: 'conversation_queued' },
  conversation_assigned: { type: 'conversation_assigned', agent: 'ada' },
  conversation_ended: { type: 'conversation_ended' },
  conversation_inactive: { type: 'conversation_inactive' },
};

const customer: Customer = {
  id: 'u',
  extId: 'u-1',
  name: null,
  email: null,
  language: null,
  triggered: false,
  suspended: null,
  previousConversations: 0,
  automatedSince: null,
  automatedCount: 0,
  lastSeenAt: new Date(0),
};

const conversation: Conversation = {
  id: 'c',
  extId: 'c-1',
  customerId: 'u',
  channelKey: 'web',
  brandKey: 'main',
  groupKey: 'support',
  assigneeKey: null,
  language: null,
  tags: [],
  phase: 'bot',
  flow: null,
  queueState: 'none',
  queuedAt: null,
  queueEnteredCount: 0,
  queueEntryPosition: null,
  overflowFrom: null,
  initialRouting: false,
  requested: false,
  served: false,
  capacityHeld: false,
  inactive: false,
  inactiveCount: 0,
  eventSeq: 0,
  messageSeq: 0,
  requestedAt: null,
  assignedAt: null,
  routedAt: null,
  firstAgentReplyAt: null,
  lastAgentReplyAt: null,
  lastCustomerReplyAt: null,
  lastActivityAt: new Date(0),
  endedAt: null,
  endedBy: null,
  status: 'new',
  class: 'open',
  subject: null,
  type: 'ordinary',
  context: null,
  sentiment: null,
  source: null,
  awaitsReply: false,
  assignedByHand: false,
  answersInARow: 0,
  answersSince: null,
  lastTextDigest: null,
  sameTextCount: 0,
  number: null,
  integrationKey: null,
  allegroAccount: null,
  inboxKey: null,
  orders: [],
  createdBy: null,
  ticketCreatedAt: null,
  suspendedTicket: false,
};

function play(events: readonly unknown[], start: State): State {
  return events.reduce<State>((state, entry, index) => {
    // The table's own events are literal ones.
    const event = typeof entry === 'string' ? named[entry] : (entry as LiteralEvent);
    if (!event) throw new Error(`No event ${String(entry)}`);
    const next = apply(state, event, new Date(START.getTime() + index * 60_000));
    return { ...next, conversation: { ...next.conversation, eventSeq: state.conversation.eventSeq + 1 } };
  }, start);
}

describe('events', () => {
  it.each(eventCases)('$name', (given) => {
    const suspended = 'suspended' in given ? (given.suspended as Customer['suspended']) : null;
    const before = { conversation, customer: { ...customer, suspended, triggered: 'triggered' in given } };
    const after = play(given.events, before);
    const seen = {
      ...after.conversation,
      ticket: after.conversation.ticketCreatedAt !== null,
      ended: after.conversation.endedAt !== null,
    };
    expect(seen).toMatchObject(given.then ?? {});
    expect(after.customer).toMatchObject(given.customer ?? {});
  });

  it('out of order never move the last activity back', () => {
    const { conversation: first } = play(['conversation_requested'], { conversation, customer });
    const late = apply(
      { conversation: first, customer },
      { type: 'conversation_queued' },
      new Date(START.getTime() - 60_000),
    );
    expect(late.conversation.lastActivityAt).toEqual(START);
  });

  it('leave what they are given as it was', () => {
    const frozen = Object.freeze({ ...conversation, tags: Object.freeze(['a']) });
    expect(() =>
      play(Object.values(named), { conversation: frozen, customer: Object.freeze({ ...customer }) }),
    ).not.toThrow();
  });
});

describe('verbs', () => {
  it.each(verbCases)('$name', (given) => {
    const inactiveCount = 'inactiveCount' in given ? Number(given.inactiveCount) : 0;
    const state: Conversation = {
      ...conversation,
      phase: given.phase as Phase,
      inactive: inactiveCount > 0,
      inactiveCount,
      capacityHeld: inactiveCount < 2,
      tags: given.tags ?? [],
      assigneeKey: given.assigneeKey ?? null,
      suspendedTicket: given.suspendedTicket ?? false,
      ticketCreatedAt: 'ticket' in given && given.ticket ? START : null,
    };
    const needsMessage = given.verb.verb.endsWith('_message') || given.verb.verb === 'note' || 'message' in given.verb;
    const command = { ...given.verb, ...(needsMessage && { message: message('customer') }) } as Command;
    const derived = derive(state, command, given.suspended);
    if ('refused' in given)
      expect(derived).toMatchObject({ refused: given.refused, ...(given.by && { by: given.by }) });
    else expect('events' in derived && derived.events.map(({ type }) => type)).toEqual(given.events);
  });
});

describe('a lifted suspension', () => {
  it('puts the request into its queue as if for the first time', () => {
    const suspended: Customer = { ...customer, suspended: 'messaging' };
    const apart = play(['conversation_requested', 'conversation_queued'], { conversation, customer: suspended });
    const { conversation: queued } = play(['conversation_queued'], { ...apart, customer });
    expect(queued).toMatchObject({ suspendedTicket: false, queueState: 'queued', initialRouting: true });
  });

  it('of messaging alone never held elsewhere', () => {
    expect(isSuspendedOn('messaging', 'email')).toBe(false);
    expect(isSuspendedOn('messaging', 'web')).toBe(true);
    expect(isSuspendedOn('all', 'email')).toBe(true);
    expect(isSuspendedOn(null, 'web')).toBe(false);
  });
});
