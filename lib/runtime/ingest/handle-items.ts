import { uuidV7 } from '@/db/uuid-v7';
import { type Derived, derive } from '@/lib/engine/state/derive';
import { shownOf } from '@/lib/engine/state/line';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';
import { type Applied, applyEvent, type Happening, happeningOf } from '../steps/apply-event';
import { isSuspended } from '../steps/is-suspended';
import type { FiringRow } from '../work/rows';
import { noteKey, noticeLate } from '../workflows/late';
import { type Cascade, runWorkflows } from '../workflows/run-workflows';
import { type Evaluation, fireRules } from './fire-rules';
import { type ItemResult, rejected } from './item';
import type { ResolvedItem } from './resolve';

const FUTURE_MILLISECONDS = 5 * 60 * 1_000;

/** What the first round trip brought, in memory: the state under locks, and the batch's own answers. */
export interface Batch extends Evaluation {
  /** Ids of the conversations of this batch that exist, by the caller's id. */
  readonly conversations: ReadonlyMap<string, string>;
  /** Of customers that are named and were merged into another: that one's uuid, by the caller's id. */
  readonly merged: ReadonlyMap<string, string>;
  /** Conversations that agents can take, by their keys; only of those to whom some are to be given. */
  readonly free: Map<string, number>;
  /** `conversation/message` of the messages that are stored already. */
  readonly knownMessages: Set<string>;
}

/** Handles one entry: applies what it says, lets rules act, then what their effects mean. */
export function handleItem(batch: Batch, item: ResolvedItem): ItemResult {
  const { session } = batch;
  const occurredAt = item.occurredAt ?? session.now;
  if (occurredAt.getTime() - session.now.getTime() > FUTURE_MILLISECONDS) {
    return rejected(item.key, 'occurredAt', 'in_future');
  }
  if (item.what.kind === 'agent') return changeAgentStatus(batch, item, occurredAt);
  const id = batch.conversations.get(item.conversation?.id ?? '');
  if (id === undefined) return rejected(item.key, 'customer.id', 'required');
  const conversation = session.work.conversation(id);
  if (item.customer && !isCustomer(batch, conversation.customerId, item.customer.id)) {
    return rejected(item.key, 'customer.id', 'conversation_customer_mismatch');
  }
  const events = literalEvents(batch, item, conversation);
  if ('refused' in events) return refused(item.key, events);
  const firings = events.flatMap((event, index) =>
    happen(batch, {
      // The entry's own id names its first event; what a verb derives beside it has none.
      id: index === 0 ? item.eventId : uuidV7(),
      extId: index === 0 ? item.key : null,
      conversationId: id,
      event,
      payload: payloadOf(item, event),
      occurredAt,
      depth: 0,
      causeFiring: null,
    }),
  );
  return accepted(item.key, firings);
}

function isCustomer({ session, merged }: Batch, id: string, said: string): boolean {
  return session.work.customer(id).extId === said || merged.get(said) === id;
}

function literalEvents(
  { session, free }: Batch,
  { what }: ResolvedItem,
  conversation: Conversation,
): readonly LiteralEvent[] | Extract<Derived, { refused: unknown }> {
  if (what.kind === 'event') return [what.event];
  if (what.kind === 'agent') return [];
  const customer = session.work.customer(conversation.customerId);
  const { command } = what;
  const derived = derive(conversation, command, isSuspended(session, conversation), customer);
  if ('refused' in derived) return derived;
  if (command.verb === 'accept' && command.via === 'auto' && !take(free, command.agent))
    return { refused: 'no_capacity' };
  return derived.events;
}

function take(free: Map<string, number>, agent: string): boolean {
  const left = free.get(agent) ?? 0;
  free.set(agent, left - 1);
  return left > 0;
}

/** With the key of the agent who was quicker, if that is the reason. */
function refused(key: string, { refused: reason, by }: Extract<Derived, { refused: unknown }>): ItemResult {
  return rejected(key, '', reason, by ? { agent: by } : undefined);
}

/** One event and, breadth first, what its rules' effects mean. */
function happen(batch: Batch, first: Happening): FiringRow[] {
  const { session } = batch;
  const firings: FiringRow[] = [];
  const cascade: Cascade = new Set();
  for (let next: Happening | undefined = first; next; next = nextDerived(batch)) {
    const { conversationId } = next;
    const applied = applyEvent(session, next, (message) => isKnown(batch, conversationId, message));
    move(batch, applied);
    const fired = [...fireRules(batch, applied), ...runWorkflows(session, batch.rules, applied, cascade)];
    if (next !== first) noteKey(session, next, fired);
    noticeLate(session, batch.rules, applied);
    firings.push(...fired);
  }
  return firings;
}

function nextDerived({ session }: Batch): Happening | undefined {
  const derived = session.derived.shift();
  return derived && happeningOf(session, derived);
}

/** Asked once per message: the first time it is new, from then on it is stored. */
function isKnown({ knownMessages }: Batch, conversationId: string, message: string): boolean {
  const id = `${conversationId}/${message}`;
  const known = knownMessages.has(id);
  knownMessages.add(id);
  return known;
}

function move({ session: { work }, figures }: Batch, { before, row, happening: { event } }: Applied): void {
  const after = work.conversation(before.id);
  figures.moved(before, after);
  if (event.type !== 'conversation_queued') return;
  const placed = { ...after, queueEntryPosition: figures.queueSize(after.groupKey) };
  work.setConversation(placed);
  row.shown = shownOf(before, placed, event);
}

function changeAgentStatus({ session, figures }: Batch, item: ResolvedItem, occurredAt: Date): ItemResult {
  if (item.what.kind !== 'agent') return accepted(item.key, []);
  const { agent, status, type, presence = 'api' } = item.what.event;
  figures.setAgentStatus(agent, status);
  session.work.agentStatuses.set(agent, { status, presence, since: occurredAt });
  session.work.events.push({
    id: item.eventId,
    extId: item.key,
    conversationId: null,
    customerId: null,
    seq: null,
    type,
    channelKey: null,
    occurredAt,
    receivedAt: session.now,
    payload: item.payload,
    facts: null,
    shown: null,
    depth: 0,
    causeFiring: null,
  });
  return accepted(item.key, []);
}

/** Of a verb's events: what they say, and who did it. */
function payloadOf({ what, payload }: ResolvedItem, { type: _type, ...said }: LiteralEvent): object {
  if (what.kind !== 'command') return payload;
  return what.actor ? { ...said, actor: what.actor } : said;
}

function accepted(key: string, firings: readonly FiringRow[]): ItemResult {
  const started = firings.map(({ id, ruleId }) => ({ rule: ruleId, firing: id }));
  return { key, status: 'accepted', firings: started, errors: [] };
}
