import { uuidV7 } from '@/db/uuid-v7';
import { apply } from '@/lib/engine/state/apply';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';
import type { EventRow } from '../work/rows';
import type { Session } from './session';

export interface Happening {
  readonly id: string;
  readonly extId: string | null;
  readonly conversationId: string;
  readonly event: LiteralEvent;
  readonly payload: object;
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
  const next = apply({ conversation: before, customer }, event, occurredAt);
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
    depth: happening.depth,
    causeFiring: happening.causeFiring,
  };
  work.events.push(row);
  storeMessage(session, happening, isKnown);
  return { row, before, happening };
}

/** The event that a rule's effect means, at this transaction's time. */
export function happeningOf({ now }: Session, derived: Session['derived'][number]): Happening {
  return { ...derived, id: uuidV7(), extId: null, occurredAt: now };
}

function storeMessage({ work }: Session, happening: Happening, isKnown: (message: string) => boolean): void {
  const { event, conversationId } = happening;
  if (!('message' in event) || !event.message) return;
  const { id, text, sender } = event.message;
  if (id !== undefined && isKnown(id)) return;
  const customer = work.customer(work.conversation(conversationId).customerId);
  work.addMessage({
    conversationId,
    authorKind: sender.type,
    authorId: sender.type === 'customer' ? customer.id : 'agent' in event ? (event.agent ?? null) : null,
    authorName: sender.name ?? (sender.type === 'customer' ? customer.name : null),
    avatar: null,
    kind: 'text',
    body: text,
    meta: null,
    clientId: id ?? null,
    originFiring: null,
    originStep: null,
    createdAt: happening.occurredAt,
  });
}
