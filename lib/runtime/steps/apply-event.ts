import { uuidV7 } from '@/db/uuid-v7';
import { apply } from '@/lib/engine/state/apply';
import { happenedIn } from '@/lib/engine/state/happened';
import { shownOf } from '@/lib/engine/state/line';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';
import type { Happened } from '@/lib/engine/state/ticket-state';
import type { EventRow, MessageRow } from '../work/rows';
import { isSuspended } from './is-suspended';
import { noteText } from './note-text';
import type { DerivedEvent, Session } from './session';

export interface Happening {
  readonly id: string;
  readonly extId: string | null;
  readonly conversationId: string;
  readonly event: LiteralEvent;
  readonly payload: object;
  readonly effect?: DerivedEvent['effect'];
  readonly occurredAt: Date;
  readonly depth: number;
  readonly causeFiring: string | null;
}

export interface Applied {
  readonly row: EventRow;
  /** As it was before the event, or before the effect that the event tells of. */
  readonly before: Conversation;
  readonly happening: Happening;
  readonly happened: Happened;
}

/** Applies an event to the working copies and adds its rows: event, and message unless it is stored already. */
export function applyEvent(session: Session, happening: Happening, isKnown: (message: string) => boolean): Applied {
  const { work, now } = session;
  const { conversationId, event, occurredAt } = happening;
  const before = work.conversation(conversationId);
  const customer = work.customer(before.customerId);
  const suspended = isSuspended(session, before);
  const repeated = isRepeated(event, isKnown);
  const reopens = repeated ? undefined : session.directory.statusOnMessage(before.status);
  const next = apply({ conversation: before, customer, suspended, reopens }, event, occurredAt);
  const conversation = { ...noteText(next.conversation, event, repeated), eventSeq: before.eventSeq + 1 };
  const { effect = { before, after: conversation } } = happening;
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
    shown: shownOf(effect.before, effect.after, event),
    depth: happening.depth,
    causeFiring: happening.causeFiring,
  };
  work.events.push(row);
  if (!repeated) storeMessage(session, happening);
  storeReply(session, happening);
  const happened = happenedIn(effect.before, effect.after, event, repeated);
  return { row, before: effect.before, happening, happened };
}

/** Its message is in the thread already. Asked once per event: from then on it is. */
function isRepeated(event: LiteralEvent, isKnown: (message: string) => boolean): boolean {
  if (!('message' in event) || !event.message || event.message.stored) return false;
  return event.message.id !== undefined && isKnown(event.message.id);
}

/** The event that a rule's effect means, at this transaction's time. */
export function happeningOf({ now }: Session, derived: Session['derived'][number]): Happening {
  return { ...derived, id: uuidV7(), extId: derived.key ?? null, occurredAt: now };
}

function storeMessage({ work }: Session, happening: Happening): void {
  const { event, conversationId } = happening;
  if (!('message' in event) || !event.message) return;
  const { id, text, sender, attachments = [], stored, details, mail } = event.message;
  if (stored) return;
  const customer = work.customer(work.conversation(conversationId).customerId);
  const { seq } = work.addMessage({
    conversationId,
    authorKind: sender.type,
    authorId: sender.type === 'customer' ? customer.id : 'agent' in event ? (event.agent ?? null) : null,
    authorName: sender.name ?? (sender.type === 'customer' ? customer.name : null),
    avatar: null,
    kind: kindOf(event),
    body: text,
    meta: details ? { details: { ...details } } : mail ? { mail: { ...mail } } : null,
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
