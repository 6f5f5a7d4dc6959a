/**
 * What the thread of a conversation says about an event: the changes that agents care about, by comparing the state
 * before and after. Pure; groups and agents are named by key.
 */
import type { LiteralEvent, Undelivered } from './literal-event';
import type { Conversation } from './records';

export type Change =
  | { readonly type: 'requested' }
  | { readonly type: 'queued'; readonly group: string | null; readonly place: number | null }
  | {
      readonly type: 'transferred';
      readonly from: string | null;
      readonly to: string | null;
      readonly overflow: boolean;
    }
  | {
      readonly type: 'assigned';
      readonly from: string | null;
      readonly to: string | null;
      readonly via: 'accept' | 'auto' | 'assignment' | 'reply';
    }
  | { readonly type: 'unassigned'; readonly from: string | null }
  | { readonly type: 'tags'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly type: 'status'; readonly from: string; readonly to: string }
  | { readonly type: 'filed'; readonly field: FiledField; readonly from: string | null; readonly to: string | null }
  | { readonly type: 'orders'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly type: 'inactive'; readonly capacityReleased: boolean }
  | { readonly type: 'ended'; readonly by: string | null }
  | ({ readonly type: 'mail_undelivered' } & Undelivered);

/** What a ticket is filed under besides its status and tags, by the column that holds it. */
const FILED = {
  type: 'type',
  context: 'context',
  sentiment: 'sentiment',
  source: 'source',
  inbox: 'inboxKey',
  integration: 'integrationKey',
  subject: 'subject',
} as const satisfies Record<string, keyof Conversation>;
export type FiledField = keyof typeof FILED;

export interface TagChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Stored with the event. */
export interface Shown {
  /** Number of the message that it stands after. */
  readonly after: number;
  readonly changes: readonly Change[];
}

/**
 * Null when the thread says nothing about it.
 * @param tags what a rule has changed before its event says so
 */
export function shownOf(
  before: Conversation,
  after: Conversation,
  event: LiteralEvent,
  tags?: TagChange,
): Shown | null {
  const changes = [...changesOf(before, after, event), ...(tags ? [{ type: 'tags', ...tags } as const] : [])];
  return changes.length > 0 ? { after: before.messageSeq, changes } : null;
}

function changesOf(before: Conversation, after: Conversation, event: LiteralEvent): Change[] {
  const { type } = event;
  return [
    ...when(type === 'conversation_requested', { type: 'requested' }),
    ...groupChange(before, after, event),
    ...when(type === 'conversation_queued' && !after.suspendedTicket, {
      type: 'queued',
      group: after.groupKey,
      place: after.queueEntryPosition,
    }),
    ...assigneeChange(before, after, event),
    ...tagChange(before, after),
    // That a message opens the ticket, the message says itself.
    ...when(before.status !== after.status && !('message' in event), {
      type: 'status',
      from: before.status,
      to: after.status,
    }),
    ...(type === 'ticket_updated' && before.ticketCreatedAt !== null ? filedChanges(before, after) : []),
    ...(type === 'mail_undelivered' ? [{ type, ...event.mail } as const] : []),
    ...when(type === 'conversation_inactive', {
      type: 'inactive',
      capacityReleased: before.capacityHeld && !after.capacityHeld,
    }),
    ...when(after.phase === 'ended' && before.phase !== 'ended', { type: 'ended', by: after.endedBy }),
  ];
}

function when(condition: boolean, change: Change): Change[] {
  return condition ? [change] : [];
}

/** The group that the first event of a conversation names is where it began, not a transfer. */
function groupChange(before: Conversation, after: Conversation, event: LiteralEvent): Change[] {
  if (before.groupKey === after.groupKey || before.eventSeq === 0) return [];
  const overflow = after.overflowFrom !== null && after.overflowFrom === before.groupKey;
  // A hand-over names the group that it asks for.
  if (event.type === 'conversation_requested' && before.ticketCreatedAt === null) return [];
  return [{ type: 'transferred', from: before.groupKey, to: after.groupKey, overflow }];
}

function assigneeChange(before: Conversation, after: Conversation, event: LiteralEvent): Change[] {
  const [from, to] = [before.assigneeKey, after.assigneeKey];
  if (event.type === 'conversation_assigned') {
    return [{ type: 'assigned', from: from === to ? null : from, to, via: event.via ?? 'accept' }];
  }
  if (from === to) return [];
  if (to !== null) return [{ type: 'assigned', from, to, via: event.type === 'message_sent' ? 'reply' : 'assignment' }];
  // Whoever queues it again says so by that.
  const queues = ['conversation_requested', 'conversation_queued', 'conversation_transferred'].includes(event.type);
  return queues ? [] : [{ type: 'unassigned', from }];
}

function tagChange(before: Conversation, after: Conversation): Change[] {
  return wordChange('tags', before.tags, after.tags);
}

function filedChanges(before: Conversation, after: Conversation): Change[] {
  // The keys of the object above.
  const fields = Object.entries(FILED) as [FiledField, (typeof FILED)[FiledField]][];
  return [
    ...fields.flatMap(([field, column]) =>
      when(before[column] !== after[column], { type: 'filed', field, from: before[column], to: after[column] }),
    ),
    ...wordChange('orders', before.orders, after.orders),
  ];
}

function wordChange(type: 'tags' | 'orders', before: readonly string[], after: readonly string[]): Change[] {
  if (before === after) return [];
  const added = after.filter((word) => !before.includes(word));
  const removed = before.filter((word) => !after.includes(word));
  return added.length + removed.length > 0 ? [{ type, added, removed }] : [];
}
