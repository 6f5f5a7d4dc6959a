/** How what the stream says is worked into what is on screen; pure, so that nothing is doubled or lost. */
import type { Thread, ThreadEntry, WorkspaceMe, WorkspaceRow, WorkspaceView } from '@/lib/contracts/workspace';

/** What decides which lists are mine. */
export type Standing = Pick<WorkspaceMe, 'agent' | 'groups' | 'seesAll'>;

/** Entries of both, each once, oldest first: by the message they stand at, lines after their message by event. */
export function mergeEntries(known: readonly ThreadEntry[], more: readonly ThreadEntry[]): ThreadEntry[] {
  const byKey = new Map<string, ThreadEntry>();
  const lines = new Map<number, number>();
  for (const list of [known, more]) {
    lines.clear();
    for (const entry of list) byKey.set(keyOfEntry(entry, lines), entry);
  }
  return [...byKey.values()].sort(inOrder);
}

/** Stable among all entries of a conversation: a message's number, else event and place among its lines. */
function keyOfEntry(entry: ThreadEntry, lines: Map<number, number>): string {
  if (entry.kind !== 'line') return `m${entry.seq}`;
  const nth = lines.get(entry.event) ?? 0;
  lines.set(entry.event, nth + 1);
  return `e${entry.event}.${nth}`;
}

function inOrder(a: ThreadEntry, b: ThreadEntry): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  if (first !== second) return first - second;
  if (a.kind === 'line' && b.kind === 'line') return a.event - b.event;
  return a.kind === 'line' ? 1 : -1;
}

function placeOf(entry: ThreadEntry): number {
  return entry.kind === 'line' ? entry.after : entry.seq;
}

/** The thread with what came since. `complete` is false when messages are missing in between: ask for them. */
export function extendThread(
  thread: Thread,
  entries: readonly ThreadEntry[],
  now: { messageSeq: number; eventSeq: number },
): { thread: Thread; complete: boolean } {
  const merged = mergeEntries(thread.entries, entries);
  const has = new Set(merged.flatMap((entry) => (entry.kind === 'line' ? [] : [entry.seq])));
  let messageSeq = thread.messageSeq;
  while (has.has(messageSeq + 1)) messageSeq += 1;
  const newLines = entries.filter((entry) => entry.kind === 'line').map(({ event }) => event);
  const behind = now.eventSeq > thread.eventSeq && newLines.length > 0 && Math.min(...newLines) > thread.eventSeq + 1;
  const complete = messageSeq >= now.messageSeq && !(behind && entries.length >= STREAMED);
  return {
    thread: {
      ...thread,
      entries: merged,
      messageSeq,
      eventSeq: complete ? Math.max(thread.eventSeq, now.eventSeq) : thread.eventSeq,
    },
    complete,
  };
}

/** The stream carries at most so many entries with a conversation; that many may mean that there were more. */
const STREAMED = 50;

/** Whether a conversation stands in a view, for me and without filters; as the server decides it. */
export function belongs(row: WorkspaceRow, view: WorkspaceView, me: Standing): boolean {
  const { phase, assignee, waiting, number } = row;
  if (view === 'suspended') return row.suspendedTicket && waiting !== null;
  if (view === 'ended') return phase === 'ended' && number !== null;
  if (view === 'mine') return phase === 'assigned' && me.agent !== null && assignee?.key === me.agent.key;
  const queued = waiting !== null && waiting.place > 0;
  if (view === 'queue') return queued && isMyGroup(row, me);
  if (view === 'unassigned') return queued || (phase === 'assigned' && assignee === null);
  return queued || phase === 'assigned';
}

function isMyGroup(row: WorkspaceRow, { seesAll, groups }: Standing): boolean {
  return seesAll || row.group === null || groups.some(({ key }) => key === row.group?.key);
}

/**
 * A list as it stands after a conversation has changed; null when the list's end is not known to hold it. Ordered as
 * the server does: waiting ones by how long they have waited, mine by their last activity, the others the newest first.
 */
export function placeRow(
  rows: readonly WorkspaceRow[],
  row: WorkspaceRow,
  view: WorkspaceView,
  me: Standing,
  whole: boolean,
): WorkspaceRow[] {
  const others = rows.filter(({ id }) => id !== row.id);
  if (!belongs(row, view, me)) return others;
  const at = others.findIndex((other) => precedes(row, other, view));
  if (at === -1) return whole || others.length < rows.length ? [...others, row] : others;
  return [...others.slice(0, at), row, ...others.slice(at)];
}

function precedes(row: WorkspaceRow, other: WorkspaceRow, view: WorkspaceView): boolean {
  if (view === 'queue' || view === 'suspended') return sinceOf(row) < sinceOf(other);
  if (view === 'mine') return row.lastActivityAt >= other.lastActivityAt;
  return row.id > other.id;
}

function sinceOf(row: WorkspaceRow): string {
  return row.waiting?.since ?? row.createdAt;
}
