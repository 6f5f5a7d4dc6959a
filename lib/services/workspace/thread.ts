import type { Queries } from '@/db/client';
import type { Thread, ThreadEntry, ThreadMessage, ThreadNote, ThreadQuery } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { permit } from '../permit';
import { type Lines, readLines } from './lines';
import { MESSAGE_COLUMNS, type MessageRow, presentMessage } from './message';

/** Messages, notes and lines of a conversation in their order. @throws AppError `not_found` */
export async function getThread({ db, actor }: Context, idOrKey: string, query: ThreadQuery): Promise<Thread> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  return readThread(db, actor.accountId, id, query);
}

/** The same, whoever asks: the caller has made sure that the actor may see it. */
export async function readThread(db: Queries, accountId: string, id: string, query: ThreadQuery): Promise<Thread> {
  // What is committed after this is another call's.
  const [state] = await db.query<{ messageSeq: number; eventSeq: number }>(
    'select message_seq as "messageSeq", event_seq as "eventSeq" from conversations where account_id = $1 and id = $2',
    [accountId, id],
  );
  const { messageSeq, eventSeq } = state ?? { messageSeq: 0, eventSeq: 0 };
  const newer = query.after !== undefined || query.afterEvent !== undefined;
  const read = newer ? readNewer : readOlder;
  const { messages, lines, more } = await read(db, accountId, id, query, { messageSeq, eventSeq });
  const entries = [...messages.map(presentMessage), ...lines].sort(inOrder);
  return { entries, more, messageSeq, eventSeq };
}

/** One note or message by its number; undefined when there is none. */
export async function readEntry(
  db: Queries,
  accountId: string,
  id: string,
  seq: number,
): Promise<ThreadMessage | ThreadNote | undefined> {
  const [row] = await readMessages(db, accountId, id, { from: seq, to: seq, limit: 1, order: 'asc' });
  return row && presentMessage(row);
}

type Reached = { messageSeq: number; eventSeq: number };
type Part = { messages: MessageRow[]; lines: ThreadEntry[]; more: boolean };

/** The last messages before a number, and the lines between them. */
async function readOlder(
  db: Queries,
  accountId: string,
  id: string,
  { before, limit }: ThreadQuery,
  { messageSeq, eventSeq }: Reached,
): Promise<Part> {
  const to = Math.min(messageSeq, (before ?? messageSeq + 1) - 1);
  const rows = await readMessages(db, accountId, id, { from: 1, to, limit: limit + 1, order: 'desc' });
  const messages = rows.slice(0, limit);
  const more = rows.length > limit;
  // With the first message come the lines before it.
  const after = { from: more ? (messages.at(-1)?.seq ?? 0) : 0, to };
  const lines = await readLines(db, accountId, id, { kind: 'between', ...after, upTo: eventSeq });
  return { messages, lines: lines.entries, more };
}

/** What came since, the oldest first. */
async function readNewer(
  db: Queries,
  accountId: string,
  id: string,
  { after, afterEvent, limit }: ThreadQuery,
  { messageSeq, eventSeq }: Reached,
): Promise<Part> {
  const from = (after ?? messageSeq) + 1;
  const rows = await readMessages(db, accountId, id, { from, to: messageSeq, limit: limit + 1, order: 'asc' });
  const since: Lines = { kind: 'since', event: afterEvent ?? eventSeq, upTo: eventSeq, limit };
  const lines = await readLines(db, accountId, id, since);
  return { messages: rows.slice(0, limit), lines: lines.entries, more: rows.length > limit || lines.more };
}

function readMessages(
  db: Queries,
  accountId: string,
  id: string,
  { from, to, limit, order }: { from: number; to: number; limit: number; order: 'asc' | 'desc' },
): Promise<MessageRow[]> {
  return db.query<MessageRow>(
    `select ${MESSAGE_COLUMNS} from messages m where m.account_id = $1 and m.conversation_id = $2
      and m.seq between $3 and $4 order by m.seq ${order} limit $5`,
    [accountId, id, from, to, limit],
  );
}

export function inOrder(a: ThreadEntry, b: ThreadEntry): number {
  const place = (entry: ThreadEntry) => (entry.kind === 'line' ? [entry.after, 1, entry.event] : [entry.seq, 0, 0]);
  const [x, y] = [place(a), place(b)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0);
}
