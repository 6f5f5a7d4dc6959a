import type { Outgoing } from '@/lib/client/outbox';
import type { ThreadEntry, ThreadLine, ThreadMessage, ThreadNote } from '@/lib/contracts/workspace';

/** What a thread shows, top to bottom. */
export type ThreadItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'line'; key: string; line: ThreadLine }
  | { kind: 'entry'; key: string; entry: ThreadMessage | ThreadNote }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing };

export interface ThreadItemsOptions {
  entries: readonly ThreadEntry[];
  outgoing: readonly Outgoing[];
  /** Number of the last message that had been read when the conversation was opened; null: no mark. */
  readSeq: number | null;
  /** The calendar day of a moment, in the reader's time zone. */
  dayOf: (at: string) => string;
}

/**
 * Entries with the days they stretch over, the mark before what is unread, and what is still on its way at the end.
 * What has arrived meanwhile shows once, by its client id.
 */
export function threadItems({ entries, outgoing, readSeq, dayOf }: ThreadItemsOptions): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day = '';
  let marked = readSeq === null;
  const lines = new Map<number, number>();
  const shown = entries.filter((entry, index) => !saidByTheNext(entry, entries[index + 1]));
  const startDay = (at: string, key: string) => {
    if (dayOf(at) === day) return;
    day = dayOf(at);
    items.push({ kind: 'day', key: `day ${key}`, at });
  };
  for (const entry of shown) {
    const key = keyOf(entry, lines);
    startDay(entry.at, key);
    if (!marked && isUnread(entry, readSeq ?? 0)) {
      marked = true;
      items.push({ kind: 'unread', key: 'unread' });
    }
    items.push(entry.kind === 'line' ? { kind: 'line', key, line: entry } : { kind: 'entry', key, entry });
  }
  const arrived = new Set(entries.flatMap((entry) => (entry.kind === 'line' ? [] : [entry.clientId])));
  for (const each of outgoing) {
    if (arrived.has(each.clientId)) continue;
    startDay(each.at, each.clientId);
    items.push({ kind: 'outgoing', key: each.clientId, outgoing: each });
  }
  return items;
}

/** A message keeps its place on screen when it turns from "on its way" into "arrived". */
function keyOf(entry: ThreadEntry, lines: Map<number, number>): string {
  if (entry.kind !== 'line') return entry.clientId ?? `m${entry.seq}`;
  const nth = lines.get(entry.event) ?? 0;
  lines.set(entry.event, nth + 1);
  return `e${entry.event}.${nth}`;
}

function isUnread(entry: ThreadEntry, readSeq: number): boolean {
  return entry.kind === 'message' && entry.author.kind === 'customer' && entry.seq > readSeq;
}

/** "Asked for an agent" and "entered the queue" are one moment for the reader. */
function saidByTheNext(entry: ThreadEntry, next: ThreadEntry | undefined): boolean {
  if (entry.kind !== 'line' || entry.change.type !== 'requested') return false;
  return next?.kind === 'line' && next.change.type === 'queued';
}
