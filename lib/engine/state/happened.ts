/** What of an event workflows can wait for: by the event, and by the state before and after it. Pure. */
import type { LiteralEvent } from './literal-event';
import type { Conversation } from './records';
import { type Happened, NOTHING_HAPPENED } from './ticket-state';

/**
 * @param repeated its message was stored by an earlier event
 */
export function happenedIn(
  before: Conversation,
  after: Conversation,
  event: LiteralEvent,
  repeated: boolean,
): Happened {
  if (after.ticketCreatedAt === null) return NOTHING_HAPPENED;
  const begins = before.ticketCreatedAt === null;
  const message = customersMessage(event, begins, repeated);
  return {
    newTicket: begins ? after.createdBy : null,
    message,
    firstMessage: message !== null && (begins || before.lastCustomerReplyAt === null),
    returnCreated: event.type === 'return_created',
    tagsAdded: begins ? after.tags : after.tags.filter((tag) => !before.tags.includes(tag)),
    statusSet: before.status === after.status ? null : after.status,
  };
}

/** The customer asked for people, or wrote: what workflows on the ticket's state look at it for. */
export function isTouched({ newTicket, message }: Happened): boolean {
  return newTicket !== null || message !== null;
}

export function isAnything(happened: Happened): boolean {
  const { newTicket, message, returnCreated, tagsAdded, statusSet } = happened;
  return newTicket !== null || message !== null || returnCreated || tagsAdded.length > 0 || statusSet !== null;
}

/** The message that makes the ticket counts, even where a bot had heard it before. */
function customersMessage(event: LiteralEvent, begins: boolean, repeated: boolean): string | null {
  if (event.type !== 'message_sent' && event.type !== 'conversation_requested') return null;
  const { message } = event;
  if (message?.sender.type !== 'customer') return null;
  return begins || !(repeated || message.stored) ? message.text : null;
}
