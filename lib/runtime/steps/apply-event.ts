import { uuidV7 } from '@/db/uuid-v7';
import { apply } from '@/lib/engine/state/apply';
import { shownOf, type TagChange } from '@/lib/engine/state/line';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';
import type { EventRow, MessageRow } from '../work/rows';
import { isSuspended } from './is-suspended';
import type { Session } from './session';

export interface Happening {
  readonly id: string;
  readonly extId: string | null;
  readonly conversationId: string;
  readonly event: LiteralEvent;
  readonly payload: object;
  readonly tags?: TagChange;
  readonly occurredAt: Date;
  readonly depth: number;
  readonly causeFiring: string | null;
}

export interface Applied {
  readonly row: EventRow;
  readonly before: Conversation;
  readonly happening: Happening;
}

/** Applies an event to the working copies and adds its rows: event, and message unless it is stored already. */
export function applyEvent(session: Session, happening: Happening, isKnown: (message: string) => boolean): Applied {
  const { work, now } = session;
  const { conversationId, event, occurredAt } = happening;
  const before = work.conversation(conversationId);
  const customer = work.customer(before.customerId);
  const suspended = isSuspended(session, before);
  const next = apply({ conversation: before, customer, suspended }, event, occurredAt);
  const conversation = { ...next.conversation, eventSeq: before.eventSeq + 1 };
  work.setConversation(conversation);
  work.setCustomer(next.customer);
  const row: EventRow = {
    id: happening.id,
    extId: happening.extId,
    conversationId,
    customerId: customer.id,
    seq: conversation.eventSeq,
    type: event.type,
    channelKey: conversation.channelKey,
    occurredAt,
    receivedAt: now,
    payload: happening.payload,
    facts: null,
    shown: shownOf(before, conversation, event, happening.tags),
    depth: happening.depth,
    causeFiring: happening.causeFiring,
  };
  work.events.push(row);
  storeMessage(session, happening, isKnown);
  storeReply(session, happening);
  return { row, before, happening };
}

/** The event that a rule's effect means, at this transaction's time. */
export function happeningOf({ now }: Session, derived: Session['derived'][number]): Happening {
  return { ...derived, id: uuidV7(), extId: null, occurredAt: now };
}

function storeMessage({ work }: Session, happening: Happening, isKnown: (message: string) => boolean): void {
  const { event, conversationId } = happening;
  if (!('message' in event) || !event.message) return;
  const { id, text, sender, attachments = [], stored, details } = event.message;
  if (stored || (id !== undefined && isKnown(id))) return;
  const customer = work.customer(work.conversation(conversationId).customerId);
  const { seq } = work.addMessage({
    conversationId,
    authorKind: sender.type,
    authorId: sender.type === 'customer' ? customer.id : 'agent' in event ? (event.agent ?? null) : null,
    authorName: sender.name ?? (sender.type === 'customer' ? customer.name : null),
    avatar: null,
    kind: kindOf(event),
    body: text,
    meta: details ? { details: { ...details } } : null,
    clientId: id ?? null,
    originFiring: null,
    originStep: null,
    createdAt: happening.occurredAt,
  });
  const files = attachments.map((file, position) => ({ id: file, conversationId, messageSeq: seq, position }));
  work.takenFiles.push(...files);
}

function kindOf(event: LiteralEvent): MessageRow['kind'] {
  if (event.type === 'note_added') return 'note';
  if (!('message' in event) || !event.message) return 'text';
  const { text, attachments = [], details } = event.message;
  if (details) return 'details_form';
  return text === '' && attachments.length > 0 ? 'file' : 'text';
}

/** What bot or default response says. */
function storeReply({ work }: Session, { event, conversationId, occurredAt }: Happening): void {
  if (event.type !== 'reply_sent') return;
  const { reply, sender } = event;
  const quickReplies = reply.quickReplies?.map((each) => ({ ...each }));
  work.addMessage({
    conversationId,
    authorKind: reply.author,
    authorId: null,
    authorName: sender.name,
    avatar: sender.avatar,
    kind: quickReplies ? 'quick_replies' : 'text',
    body: reply.text,
    meta: quickReplies ? { quickReplies } : null,
    clientId: null,
    originFiring: null,
    originStep: null,
    createdAt: occurredAt,
  });
}
