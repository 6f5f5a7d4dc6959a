/**
 * The state machine of conversations: what one literal event does, as the table in `cases/` shows. Pure; `at` is when
 * the event occurred. Nothing further is derived here: verbs that mean several events are in `derive.ts`.
 */
import type { LiteralEvent, LiteralType, TicketChange } from './literal-event';
import type { Conversation, Customer, State } from './records';

type Patch = Partial<Conversation>;
type Effect<T extends LiteralType> = (
  conversation: Conversation,
  event: Extract<LiteralEvent, { type: T }>,
  at: Date,
) => Patch;

/** What happens without anybody doing anything. */
const NOBODYS: ReadonlySet<LiteralType> = new Set(['ticket_due', 'mail_undelivered']);

/** The state after the event. Objects that nothing changed are the same objects. */
export function apply(state: State, event: LiteralEvent, at: Date): State {
  const before = withWhatIsSaid(state.conversation, event);
  // The table pairs every type with an effect of that very type.
  const effect = effects[event.type] as Effect<LiteralType>;
  const patch = { ...effect(before, event, at), ...reopened(state, event) };
  const lastActivityAt = NOBODYS.has(event.type) ? before.lastActivityAt : later(before.lastActivityAt, at);
  const patched: Conversation = { ...before, ...patch, lastActivityAt };
  const overflowFrom = overflowOrigin(state.conversation, patched, event);
  const conversation = { ...patched, overflowFrom, ...suspendedTicket(state, patched, event) };
  return { ...state, conversation, customer: applyToCustomer(state, event, at) };
}

const effects: { readonly [T in LiteralType]: Effect<T> } = {
  conversation_requested: (conversation, event, at) => ({
    ...ticket(conversation, at),
    ...waiting('requesting'),
    requested: true,
    requestedAt: at,
    awaitsReply: true,
    ...ticketColumns(conversation, event.ticket ?? {}, at),
    ...(event.message?.sender.type === 'customer' && {
      lastCustomerReplyAt: later(conversation.lastCustomerReplyAt, at),
    }),
  }),
  message_sent: (conversation, event, at) =>
    event.message.sender.type === 'agent'
      ? agentWrote(conversation, event.agent, at)
      : {
          ...begun(conversation, at),
          ...customerWrote(conversation, at),
          inactive: false,
          inactiveCount: 0,
        },
  conversation_queued: (conversation, event, at) => ({
    ...ticket(conversation, at),
    ...waiting('queued'),
    requested: true,
    queuedAt: at,
    queueEnteredCount: conversation.queueEnteredCount + 1,
    initialRouting:
      event.reason === undefined
        ? conversation.status === 'new' && conversation.queueEnteredCount === 0
        : event.reason === 'first',
  }),
  conversation_assigned: (conversation, event, at) => ({
    ...ticket(conversation, at),
    ...assigned(event.agent, at),
    assignedByHand: event.via !== 'auto',
    served: false,
    routedAt: at,
    firstAgentReplyAt: null,
  }),
  conversation_transferred: (conversation, event, at) =>
    event.agent === undefined
      ? {
          ...ticket(conversation, at),
          ...waiting('queued'),
          queuedAt: at,
          queueEnteredCount: conversation.queueEnteredCount + 1,
          initialRouting: false,
        }
      : { ...ticket(conversation, at), ...assigned(event.agent, at), served: false },
  conversation_ended: (_conversation, event, at) => ({
    phase: 'ended',
    queueState: 'none',
    capacityHeld: false,
    endedAt: at,
    endedBy: event.by ?? null,
    flow: null,
  }),
  ticket_created: (conversation, event, at) => ({
    ...begun(conversation, at, event.ticket.createdBy ?? 'customer'),
    ...ticketColumns(conversation, event.ticket, at),
  }),
  ticket_updated: (conversation, event, at) => ({
    ...begun(conversation, at),
    ...ticketColumns(conversation, event.ticket, at),
  }),
  return_created: (conversation, event, at) => ({
    ...begun(conversation, at),
    ...ticketColumns(conversation, event.ticket ?? {}, at),
    orders: union(conversation.orders, [...(event.ticket?.orders ?? []), ...(event.order ? [event.order] : [])]),
  }),
  conversation_started: (_conversation, event) => ({ phase: event.phase, flow: event.flow ?? null }),
  flow_moved: (_conversation, event) => ({ flow: event.flow }),
  reply_sent: () => ({}),
  details_given: () => ({}),
  message_stored: (conversation, event, at) =>
    event.message.sender.type === 'customer' ? customerWrote(conversation, at) : {},
  conversation_reassigned: (conversation, event, at) => ({ ...ticket(conversation, at), ...assigned(event.agent, at) }),
  note_added: () => ({}),
  ticket_due: () => ({}),
  mail_undelivered: () => ({}),
  conversation_inactive: (conversation) => ({
    inactive: true,
    inactiveCount: conversation.inactiveCount + 1,
    // The second time the agent is free for others.
    ...(conversation.inactiveCount >= 1 && { capacityHeld: false }),
  }),
};

function withWhatIsSaid(conversation: Conversation, { conversation: said }: LiteralEvent): Conversation {
  if (!said) return conversation;
  return {
    ...conversation,
    ...(said.group !== undefined && { groupKey: said.group }),
    ...(said.brand !== undefined && { brandKey: said.brand }),
    ...(said.tags !== undefined && { tags: said.tags }),
    ...(said.language !== undefined && { language: said.language }),
  };
}

function applyToCustomer({ conversation, customer }: State, event: LiteralEvent, at: Date): Customer {
  const said = event.customer;
  const ends = event.type === 'conversation_ended' && conversation.phase !== 'ended';
  const speaks = 'message' in event && event.message?.sender.type === 'customer';
  if (!said && !ends && !speaks) return customer;
  return {
    ...customer,
    ...(said?.name !== undefined && { name: said.name }),
    ...(said?.email !== undefined && { email: said.email }),
    ...(said?.language !== undefined && { language: said.language }),
    ...(ends && { triggered: false }),
    ...(ends && conversation.lastAgentReplyAt && { previousConversations: customer.previousConversations + 1 }),
    ...(speaks && { lastSeenAt: seen(customer.lastSeenAt, at) }),
  };
}

function agentWrote(conversation: Conversation, agent: string | undefined, at: Date): Patch {
  const replied: Patch = {
    served: true,
    inactive: false,
    inactiveCount: 0,
    ...answered,
    lastAgentReplyAt: later(conversation.lastAgentReplyAt, at),
    ...(conversation.routedAt && !conversation.firstAgentReplyAt && { firstAgentReplyAt: at }),
  };
  if (conversation.phase === 'ended') return { lastAgentReplyAt: replied.lastAgentReplyAt, ...answered };
  // Whoever goes on after the capacity was released takes it again.
  if (conversation.phase === 'assigned') return { ...replied, capacityHeld: true };
  return { ...ticket(conversation, at, 'employee'), ...assigned(agent ?? conversation.assigneeKey, at), ...replied };
}

/** A conversation that nobody saw begin (API, e-mail) starts as a request to humans. */
function begun(conversation: Conversation, at: Date, by: CreatedBy = 'customer'): Patch {
  if (conversation.phase !== 'bot' || conversation.eventSeq > 0) return {};
  // A customer whose ticket somebody wrote down waits for an answer; an employee's own ticket waits for none.
  const awaitsReply = by === 'customer';
  return { ...ticket(conversation, at, by), ...waiting('requesting'), requested: true, requestedAt: at, awaitsReply };
}

type CreatedBy = NonNullable<Conversation['createdBy']>;

function ticket(conversation: Conversation, at: Date, by: CreatedBy = 'customer'): Patch {
  if (conversation.ticketCreatedAt) return {};
  return { ticketCreatedAt: at, createdBy: conversation.createdBy ?? by };
}

const answered: Patch = { awaitsReply: false, answersInARow: 0, answersSince: null, sameTextCount: 0 };

function customerWrote(conversation: Conversation, at: Date): Patch {
  return { awaitsReply: true, lastCustomerReplyAt: later(conversation.lastCustomerReplyAt, at) };
}

/** A customer's new message in a ticket; the first one of a new ticket leaves it new. */
function reopened({ conversation, reopens }: State, event: LiteralEvent): Patch {
  if (!reopens || (event.type !== 'message_sent' && event.type !== 'conversation_requested')) return {};
  if (event.message?.sender.type !== 'customer' || event.message.stored) return {};
  const isFirst = conversation.ticketCreatedAt === null || conversation.lastCustomerReplyAt === null;
  return isFirst && conversation.status === 'new' ? {} : reopens;
}

function waiting(phase: 'requesting' | 'queued'): Patch {
  return {
    phase,
    flow: null,
    queueState: 'queued',
    assigneeKey: null,
    assignedByHand: false,
    served: false,
    capacityHeld: false,
    inactive: false,
    inactiveCount: 0,
    endedAt: null,
    endedBy: null,
  };
}

function assigned(agent: string | null, at: Date): Patch {
  return {
    phase: 'assigned',
    flow: null,
    queueState: 'none',
    assigneeKey: agent,
    assignedByHand: true,
    assignedAt: at,
    capacityHeld: true,
    inactive: false,
    inactiveCount: 0,
    endedAt: null,
    endedBy: null,
  };
}

/**
 * A suspended customer's request waits apart: it counts in no queue, and has not been in one. It leaves that place when
 * it is queued after the suspension was lifted, or when somebody has it all the same.
 */
function suspendedTicket(state: State, after: Conversation, { type }: LiteralEvent): Patch {
  const { conversation: before, customer, suspended = customer.suspended !== null } = state;
  const waits = after.queueState === 'queued' || (before.suspendedTicket && isWaiting(after.phase));
  if (!waits) return before.suspendedTicket && after.phase === 'assigned' ? { suspendedTicket: false } : {};
  const asks = type === 'conversation_requested' || type === 'conversation_queued';
  const apart = asks || !isWaiting(before.phase) ? suspended : before.suspendedTicket;
  if (!apart) return before.suspendedTicket ? { suspendedTicket: false, queueState: 'queued' } : {};
  const { queueEnteredCount } = before;
  return { suspendedTicket: true, queueState: 'none', queueEnteredCount, initialRouting: false };
}

function isWaiting(phase: Conversation['phase']): boolean {
  return phase === 'requesting' || phase === 'queued';
}

/** The group that a waiting conversation overflowed from. */
function overflowOrigin(before: Conversation, after: Conversation, event: LiteralEvent): string | null {
  if (!isWaiting(after.phase) || event.type === 'conversation_requested') return null;
  const moved = before.groupKey !== after.groupKey;
  if (event.type === 'conversation_transferred') return event.overflow && moved ? before.groupKey : null;
  if (event.type !== 'conversation_queued') return before.overflowFrom;
  if (event.reason !== 'overflow') return null;
  return moved ? before.groupKey : before.overflowFrom;
}

/** What a rule makes of a ticket: as an event would, but nobody's hand. */
export function changedByRule(conversation: Conversation, change: TicketChange, at: Date): Conversation {
  const patch = ticketColumns(conversation, change, at);
  return { ...conversation, ...patch, ...('assigneeKey' in patch && { assignedByHand: false }) };
}

function ticketColumns(conversation: Conversation, said: TicketChange, at: Date): Patch {
  const { integration, inbox, assignee, ...same } = said;
  return {
    ...same,
    ...(integration !== undefined && { integrationKey: integration }),
    ...(inbox !== undefined && { inboxKey: inbox }),
    ...(assignee !== undefined && assignee !== conversation.assigneeKey && reassigned(conversation, assignee, at)),
  };
}

/** A ticket given to somebody, or taken from whoever had it. */
function reassigned(conversation: Conversation, assignee: string | null, at: Date): Patch {
  if (conversation.phase === 'ended') return { assigneeKey: assignee, assignedByHand: assignee !== null };
  return assignee === null
    ? { ...ticket(conversation, at), ...waiting('requesting') }
    : { ...ticket(conversation, at), ...assigned(assignee, at) };
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])];
}

/** To the minute, so that a lively customer's row is not written with every message. */
function seen(known: Date, at: Date): Date {
  return at.getTime() - known.getTime() < 60_000 ? known : at;
}

function later(known: Date | null, at: Date): Date {
  return known !== null && known > at ? known : at;
}
