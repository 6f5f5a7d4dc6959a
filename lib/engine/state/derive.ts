/**
 * What the verbs of widget, workspace and REST mean: each becomes literal events, in the order of the table
 * "event · what it does · then fires". Pure, and judged on the locked state, so two at once cannot both win.
 */
import type { LiteralEvent, SentMessage } from './literal-event';
import type { Conversation } from './records';

export type Command =
  | { readonly verb: 'customer_message'; readonly message: SentMessage }
  | { readonly verb: 'hand_over'; readonly message?: SentMessage; readonly group?: string }
  | { readonly verb: 'accept'; readonly agent: string; readonly via?: 'accept' | 'auto' }
  | { readonly verb: 'assign'; readonly agent: string }
  | { readonly verb: 'agent_message' | 'note'; readonly agent: string; readonly message: SentMessage }
  | { readonly verb: 'transfer' | 'overflow'; readonly group: string }
  | { readonly verb: 'end'; readonly by: string }
  | { readonly verb: 'inactivity' }
  /** A suspended ticket goes into its queue: the suspension was lifted. */
  | { readonly verb: 'release' }
  | { readonly verb: 'change_tags'; readonly add: readonly string[]; readonly remove: readonly string[] };

export type Verb = Command['verb'];
export type Refusal =
  | 'already_assigned'
  | 'conversation_ended'
  | 'customer_suspended'
  | 'not_active'
  | 'not_suspended'
  | 'not_waiting';

/** `by` is the key of the agent who was quicker. */
export type Derived =
  | { readonly events: readonly LiteralEvent[] }
  | { readonly refused: Refusal; readonly by?: string | null };

/** What may still be done after the end. */
const AFTER_THE_END: ReadonlySet<Verb> = new Set(['change_tags', 'note']);
/** What would bring an agent before a suspended customer. */
const NOT_WHILE_SUSPENDED: ReadonlySet<Verb> = new Set(['accept', 'assign', 'agent_message', 'overflow']);

/**
 * The literal events that a verb means for this conversation, or why it cannot be.
 * @param suspended whether the customer is suspended on the conversation's channel
 */
export function derive(conversation: Conversation, command: Command, suspended = false): Derived {
  if (conversation.phase === 'ended' && !AFTER_THE_END.has(command.verb)) return { refused: 'conversation_ended' };
  if (suspended && NOT_WHILE_SUSPENDED.has(command.verb)) return { refused: 'customer_suspended' };
  switch (command.verb) {
    case 'customer_message':
      return { events: customerMessage(conversation, command.message) };
    case 'hand_over':
      return { events: handOver(command.message, command.group) };
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
    case 'overflow':
      return { events: transfer(command.verb, command.group) };
    case 'end':
      return { events: [{ type: 'conversation_ended', by: command.by }] };
    case 'inactivity':
      return inactivity(conversation);
    case 'change_tags':
      return { events: changeTags(conversation, command.add, command.remove) };
  }
}

function customerMessage(conversation: Conversation, message: SentMessage): LiteralEvent[] {
  if (conversation.phase === 'bot' || conversation.phase === 'details') return [{ type: 'message_stored', message }];
  const released = conversation.phase === 'assigned' && conversation.inactive && !conversation.capacityHeld;
  return released ? handOver(message) : [{ type: 'message_sent', message }];
}

function handOver(message?: SentMessage, group?: string): LiteralEvent[] {
  return [
    {
      type: 'conversation_requested',
      ...(message && { message }),
      ...(group !== undefined && { conversation: { group } }),
    },
    ...(message ? [{ type: 'message_sent', message } as const] : []),
    { type: 'conversation_queued' },
  ];
}

function assign({ phase, assigneeKey }: Conversation, agent: string): LiteralEvent[] {
  return phase === 'assigned' && assigneeKey === agent ? [] : [{ type: 'conversation_reassigned', agent }];
}

function accept({ phase, assigneeKey }: Conversation, agent: string, via: 'accept' | 'auto'): Derived {
  if (phase === 'assigned') return { refused: 'already_assigned', by: assigneeKey };
  if (phase !== 'queued' && phase !== 'requesting') return { refused: 'not_waiting' };
  return { events: [{ type: 'conversation_assigned', agent, via }] };
}

function transfer(reason: 'transfer' | 'overflow', group: string): LiteralEvent[] {
  return [
    { type: 'conversation_transferred', conversation: { group }, ...(reason === 'overflow' && { overflow: true }) },
    { type: 'conversation_queued', reason },
  ];
}

/** The first time inactive, the second time the capacity is released too, the third time it ends. */
function inactivity({ phase, inactiveCount }: Conversation): Derived {
  if (phase !== 'assigned') return { refused: 'not_active' };
  if (inactiveCount >= 2) return { events: [{ type: 'conversation_ended', by: 'inactivity' }] };
  return { events: [{ type: 'conversation_inactive' }] };
}

function changeTags({ tags }: Conversation, add: readonly string[], remove: readonly string[]): LiteralEvent[] {
  const after = [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
  const same = after.length === tags.length && after.every((tag) => tags.includes(tag));
  return same ? [] : [{ type: 'ticket_updated', ticket: { tags: after } }];
}
