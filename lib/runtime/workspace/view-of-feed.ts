/** What a change in an account means for one agent: permission first, then what differs between readers. */
import type { Actor } from '@/lib/auth/actor';
import type { WorkspaceEvent, WorkspaceRow } from '@/lib/contracts/workspace';
import { maySeeConversation } from '@/lib/services/permit';
import type { ChangedConversation } from '@/lib/services/workspace/changed';
import type { Before, FeedEvent } from './feed';

const MOST_UNREAD = 100;

export function* viewOf(actor: Actor, event: FeedEvent): Generator<WorkspaceEvent, void, undefined> {
  if (event.type === 'colleagues') yield { type: 'colleagues' };
  else if (event.type === 'vanished') {
    if (maySeeConversation(actor, event.before)) yield { type: 'gone', id: event.id };
  } else if (event.type === 'typing') {
    const { by, who, name, conversation, active } = event.passing;
    const own = by === 'agent' && who === (actor.agent?.key ?? actor.id);
    if (own || !maySeeConversation(actor, event.where)) return;
    yield { type: 'typing', conversation, kind: by, name: name === '' ? null : name, typing: active };
  } else yield* changed(actor, event);
}

/**
 * Whether the counts of this agent may be others now.
 * @param unread by conversation of the agent's own, whether something was unread; kept up to date here
 */
export function movesCounts(actor: Actor, event: FeedEvent, unread: Map<string, boolean>): boolean {
  if (event.type === 'vanished') return maySeeConversation(actor, event.before);
  if (event.type !== 'changed') return false;
  const { before, now } = event;
  const after = placeOf(now);
  if (!maySeeConversation(actor, after) && !(before && maySeeConversation(actor, before))) return false;
  const stands = before !== undefined && now.row.phase !== 'ended';
  const same = stands && before.assigneeKey === after.assigneeKey && before.groupKey === after.groupKey;
  const turned = turnsUnread(actor, now, unread);
  return turned || !same || before.queued !== after.queued;
}

/** Of the agent's own conversations the unread ones are counted too. */
function turnsUnread(actor: Actor, now: ChangedConversation, unread: Map<string, boolean>): boolean {
  const { id, assignee } = now.row;
  if (assignee === null || assignee.key !== actor.agent?.key) return unread.delete(id);
  const isUnread = unreadOf(actor, now) > 0;
  const turned = unread.get(id) !== isUnread;
  unread.set(id, isUnread);
  return turned;
}

function* changed(
  actor: Actor,
  { before, now }: Extract<FeedEvent, { type: 'changed' }>,
): Generator<WorkspaceEvent, void, undefined> {
  const after = placeOf(now);
  if (!maySeeConversation(actor, after)) {
    if (before && maySeeConversation(actor, before)) yield { type: 'gone', id: now.row.id };
    return;
  }
  // What bot or form looks after is no ticket yet.
  if (now.row.phase === 'bot' || now.row.phase === 'details') return;
  const row = { ...now.row, unread: unreadOf(actor, now) };
  yield { type: 'conversation', row, entries: [...now.entries] };
  if (isRequest(actor, before, after)) yield { type: 'request', row };
}

function placeOf({ row, queued }: ChangedConversation): Before {
  return { groupKey: row.group?.key ?? null, assigneeKey: row.assignee?.key ?? null, queued };
}

/** As the lists count it: from the agent's mark, or from the beginning where the conversation is its own. */
function unreadOf({ agent }: Actor, { row, reads, customerSeqs }: ChangedConversation): WorkspaceRow['unread'] {
  if (!agent) return 0;
  const read = reads[agent.id] ?? (row.assignee?.key === agent.key ? 0 : row.messageSeq);
  return Math.min(MOST_UNREAD, customerSeqs.filter((seq) => seq > read).length);
}

/** It has come into a queue of the agent's own groups; who belongs to none hears of all that it sees. */
function isRequest({ groups }: Actor, before: Before | undefined, after: Before): boolean {
  const comes = after.queued && (!before?.queued || before.groupKey !== after.groupKey);
  return comes && (after.groupKey === null || groups.length === 0 || groups.includes(after.groupKey));
}
