import type { Queries } from '@/db/client';
import type { Thread, ThreadEntry, ThreadMessage, ThreadNote, ThreadQuery } from '@/lib/contracts/workspace';
import { FILES_OF, type FileRow, presentFile } from '../attachments/read';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { permit } from '../permit';
import { iso } from '../search-pattern';
import { type Lines, readLines } from './lines';
import { AUTHOR, AUTHOR_JOINS } from './rows';

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

type MessageRow = Omit<ThreadMessage, 'kind' | 'at' | 'quickReplies' | 'details' | 'attachments'> & {
  at: Date;
  meta: { quickReplies?: unknown; details?: unknown } | null;
  files: FileRow[] | null;
};

function readMessages(
  db: Queries,
  accountId: string,
  id: string,
  { from, to, limit, order }: { from: number; to: number; limit: number; order: 'asc' | 'desc' },
): Promise<MessageRow[]> {
  return db.query<MessageRow>(
    `select m.seq, m.client_id as "clientId", ${AUTHOR} as author, m.kind as format, m.body as text, m.meta, m.created_at as at,
      case when m.origin_firing is not null
        then jsonb_build_object('id', m.origin_firing, 'rule', coalesce(f.rule_name, '')) end as firing,
      ${FILES_OF} as files
      from messages m ${AUTHOR_JOINS} left join firings f on f.account_id = m.account_id and f.id = m.origin_firing
      where m.account_id = $1 and m.conversation_id = $2 and m.seq between $3 and $4 order by m.seq ${order} limit $5`,
    [accountId, id, from, to, limit],
  );
}

function presentMessage({ meta, files, at, format, firing, ...row }: MessageRow): ThreadMessage | ThreadNote {
  const common = { ...row, at: iso(at), attachments: (files ?? []).map(presentFile) };
  if (format === 'note') return { kind: 'note', ...common };
  const { quickReplies, details } = meta ?? {};
  const said = { quickReplies: quickRepliesOf(quickReplies), details: detailsOf(details) };
  return { kind: 'message', ...common, format, firing, ...said };
}

function quickRepliesOf(given: unknown): ThreadMessage['quickReplies'] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((each: unknown) => {
    const { id, label } = Object(each);
    return typeof label === 'string' ? [{ id: typeof id === 'string' ? id : label, label }] : [];
  });
}

function detailsOf(given: unknown): ThreadMessage['details'] {
  if (typeof given !== 'object' || given === null) return null;
  const { name, email } = Object(given);
  return { ...(typeof name === 'string' && { name }), ...(typeof email === 'string' && { email }) };
}

function inOrder(a: ThreadEntry, b: ThreadEntry): number {
  const place = (entry: ThreadEntry) => (entry.kind === 'line' ? [entry.after, 1, entry.event] : [entry.seq, 0, 0]);
  const [x, y] = [place(a), place(b)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0);
}
