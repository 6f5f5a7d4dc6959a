/**
 * What the verbs of widget, workspace and REST mean: each becomes literal events, in the order of the table
 * "event · what it does · then fires". Pure, and judged on the locked state, so two at once cannot both win.
 */
import { answerForm, handOver, type Reception, writeToFlow } from './derive-flow';
import type { LiteralEvent, SentMessage, TicketChange, Undelivered } from './literal-event';
import type { Conversation, Customer } from './records';

export type Command =
  /** With a reception the message may begin the conversation, and bot or form react to it. */
  | {
      readonly verb: 'customer_message';
      readonly message: SentMessage;
      /** Id of the quick reply that was chosen. */
      readonly reply?: string;
      readonly reception?: Reception;
    }
  /** The customer answered the form of the flow, or one that a trigger showed. */
  | {
      readonly verb: 'details_given';
      readonly purpose: 'details' | 'email';
      readonly message: SentMessage;
      readonly reception: Reception;
    }
  /** With what is known of the ticket that begins by it. */
  | {
      readonly verb: 'hand_over';
      readonly message?: SentMessage;
      readonly group?: string;
      readonly ticket?: TicketChange;
      readonly customer?: LiteralEvent['customer'];
    }
  | { readonly verb: 'accept'; readonly agent: string; readonly via?: 'accept' | 'auto' }
  | { readonly verb: 'assign'; readonly agent: string }
  | { readonly verb: 'agent_message' | 'note'; readonly agent: string; readonly message: SentMessage }
  | { readonly verb: 'transfer'; readonly group: string }
  /** It waited too long in the queue of `from`. */
  | { readonly verb: 'overflow'; readonly group: string; readonly from?: string }
  | { readonly verb: 'end'; readonly by: string }
  /** Nothing happened for a while, seen from `since`: what happened after it speaks against it. */
  | { readonly verb: 'inactivity'; readonly since?: Date }
  /** A suspended ticket goes into its queue: the suspension was lifted. */
  | { readonly verb: 'release' }
  | { readonly verb: 'change_tags'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly verb: 'change_ticket'; readonly ticket: TicketChange }
  | { readonly verb: 'tell_undelivered'; readonly mail: Undelivered };

export type Verb = Command['verb'];
export type Refusal =
  | 'already_assigned'
  | 'conversation_ended'
  | 'customer_suspended'
  | 'no_capacity'
  | 'no_form'
  | 'not_active'
  | 'no_ticket'
  | 'not_suspended'
  | 'not_waiting';

/** `by` is the key of the agent who was quicker. */
export type Derived =
  | { readonly events: readonly LiteralEvent[] }
  | { readonly refused: Refusal; readonly by?: string };

/** What may still be done after the end. */
const AFTER_THE_END: ReadonlySet<Verb> = new Set(['change_tags', 'change_ticket', 'note', 'tell_undelivered']);
/** What would bring an agent before a suspended customer. */
const NOT_WHILE_SUSPENDED: ReadonlySet<Verb> = new Set(['accept', 'assign', 'agent_message', 'overflow']);

/**
 * The literal events that a verb means for this conversation, or why it cannot be.
 * @param suspended whether the customer is suspended on the conversation's channel
 */
export function derive(
  conversation: Conversation,
  command: Command,
  suspended = false,
  customer: Pick<Customer, 'name' | 'email'> = NOBODY,
): Derived {
  if (conversation.phase === 'ended' && !AFTER_THE_END.has(command.verb)) return { refused: 'conversation_ended' };
  if (suspended && NOT_WHILE_SUSPENDED.has(command.verb)) return { refused: 'customer_suspended' };
  switch (command.verb) {
    case 'customer_message':
      return { events: customerMessage(conversation, command, { customer, suspended }) };
    case 'details_given':
      return details(conversation, command, { customer, suspended });
    case 'hand_over':
      return { events: handOver(command.message, command.group, command) };
    case 'accept':
      return accept(conversation, command.agent, command.via ?? 'accept');
    case 'assign':
      return { events: assign(conversation, command.agent) };
    case 'agent_message':
      return { events: [{ type: 'message_sent', agent: command.agent, message: command.message }] };
    case 'note':
      return { events: [{ type: 'note_added', agent: command.agent, message: command.message }] };
    case 'release':
      return conversation.suspendedTicket
        ? { events: [{ type: 'conversation_queued' }] }
        : { refused: 'not_suspended' };
    case 'transfer':
      return { events: transfer('transfer', command.group) };
    case 'overflow':
      return overflow(conversation, command);
    case 'end':
      return { events: [{ type: 'conversation_ended', by: command.by }] };
    case 'inactivity':
      return inactivity(conversation, command.since);
    case 'change_tags':
      return { events: changeTags(conversation, command.add, command.remove) };
    case 'change_ticket':
      return changeTicket(conversation, command.ticket, suspended);
    case 'tell_undelivered':
      return { events: [{ type: 'mail_undelivered', mail: command.mail }] };
  }
}

const NOBODY = { name: null, email: null };
type Situation = { readonly customer: Pick<Customer, 'name' | 'email'>; readonly suspended: boolean };
type Saying<V> = Extract<Command, { verb: V }>;

function customerMessage(
  conversation: Conversation,
  { message, reply, reception }: Saying<'customer_message'>,
  situation: Situation,
): LiteralEvent[] {
  const { phase } = conversation;
  if (reception && isBefore(phase))
    return writeToFlow(conversation, { message, reply }, { ...reception, ...situation });
  if (isBefore(phase)) return [{ type: 'message_stored', message }];
  // Mails are answered by whoever has the ticket, however long that takes.
  const released = phase === 'assigned' && conversation.inactive && !conversation.capacityHeld && !message.mail;
  const events = released ? handOver(message) : [{ type: 'message_sent', message } as const];
  return withLanguage(events, conversation, reception?.language);
}

function details(
  conversation: Conversation,
  { purpose, message, reception }: Saying<'details_given'>,
  situation: Situation,
): Derived {
  const { name, email } = message.details ?? {};
  if (purpose === 'details') {
    const events = isBefore(conversation.phase)
      ? answerForm(conversation, message, { ...reception, ...situation })
      : undefined;
    return events ? { events } : { refused: 'no_form' };
  }
  if (situation.customer.email !== null || email === undefined) return { refused: 'no_form' };
  return { events: [{ type: 'details_given', message, customer: { email, ...(name !== undefined && { name }) } }] };
}

/** Humans have not been called yet. */
function isBefore(phase: Conversation['phase']): boolean {
  return phase === 'bot' || phase === 'details';
}

/** What the customer reads from now on: the page may have another language than the one before. */
function withLanguage(
  [first, ...rest]: readonly LiteralEvent[],
  conversation: Conversation,
  language: string | null | undefined,
): LiteralEvent[] {
  if (!first) return [];
  if (!language || language === conversation.language) return [first, ...rest];
  return [{ ...first, conversation: { ...first.conversation, language } }, ...rest];
}

function assign({ phase, assigneeKey }: Conversation, agent: string): LiteralEvent[] {
  return phase === 'assigned' && assigneeKey === agent ? [] : [{ type: 'conversation_reassigned', agent }];
}

function accept({ phase, assigneeKey }: Conversation, agent: string, via: 'accept' | 'auto'): Derived {
  if (phase === 'assigned' && assigneeKey !== null) return { refused: 'already_assigned', by: assigneeKey };
  // Assigned to nobody: an agent without a name wrote through the API.
  if (!['queued', 'requesting', 'assigned'].includes(phase)) return { refused: 'not_waiting' };
  return { events: [{ type: 'conversation_assigned', agent, via }] };
}

function transfer(reason: 'transfer' | 'overflow', group: string): LiteralEvent[] {
  return [
    { type: 'conversation_transferred', conversation: { group }, ...(reason === 'overflow' && { overflow: true }) },
    { type: 'conversation_queued', reason },
  ];
}

/** Another worker may have moved it a moment ago, or an agent have taken it. */
function overflow(
  { phase, groupKey }: Conversation,
  { group, from = groupKey ?? undefined }: Saying<'overflow'>,
): Derived {
  if (phase !== 'queued' || groupKey !== (from ?? null)) return { refused: 'not_waiting' };
  return { events: transfer('overflow', group) };
}

/** The first time inactive, the second time in a row the capacity is released too, the third time it ends. */
function inactivity({ phase, inactiveCount, lastActivityAt }: Conversation, since?: Date): Derived {
  if (phase !== 'assigned' || (since !== undefined && lastActivityAt > since)) return { refused: 'not_active' };
  if (inactiveCount >= 2) return { events: [{ type: 'conversation_ended', by: 'inactivity' }] };
  return { events: [{ type: 'conversation_inactive' }] };
}

function changeTags({ tags }: Conversation, add: readonly string[], remove: readonly string[]): LiteralEvent[] {
  const after = [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
  const same = after.length === tags.length && after.every((tag) => tags.includes(tag));
  return same ? [] : [{ type: 'ticket_updated', ticket: { tags: after } }];
}

/** What is already so is no change. An agent given to a suspended customer's ticket would be brought before them. */
function changeTicket(conversation: Conversation, said: TicketChange, suspended: boolean): Derived {
  if (conversation.ticketCreatedAt === null) return { refused: 'no_ticket' };
  const { integration, inbox, assignee, ...same } = said;
  const named: Partial<Conversation> = {
    ...same,
    ...(integration !== undefined && { integrationKey: integration }),
    ...(inbox !== undefined && { inboxKey: inbox }),
    ...(assignee !== undefined && { assigneeKey: assignee }),
  };
  const changed = Object.entries(named).filter(
    ([column, value]) => !isSame(conversation[column as keyof Conversation], value),
  );
  if (changed.length === 0) return { events: [] };
  const isGiven = said.assignee != null && said.assignee !== conversation.assigneeKey;
  if (isGiven && suspended && conversation.phase !== 'ended') return { refused: 'customer_suspended' };
  return { events: [{ type: 'ticket_updated', ticket: said }] };
}

function isSame(a: unknown, b: unknown): boolean {
  return (
    a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => each === b[i]))
  );
}
