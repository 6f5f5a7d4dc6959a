import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Conversation, ConversationQuery, Message } from '@/lib/contracts/conversation';
import type { Slice } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import { fold } from '@/lib/engine/fold';
import { FILES_OF, type FileRow, presentFile } from '../attachments/read';
import type { Context } from '../context';
import { permit } from '../permit';
import { findConversation, findCustomer, visible, visibleTo } from './find';

type Row = Omit<Conversation, 'customer' | 'queuedAt' | 'createdAt' | 'lastActivityAt' | 'endedAt'> & {
  customerId: string;
  customerName: string | null;
  customerEmail: string | null;
  suspended: string | null;
  queuedAt: Date | null;
  createdAt: Date;
  lastActivityAt: Date;
  endedAt: Date | null;
};

const SELECT = `select c.id, c.ext_id as key, c.number::int as number, c.channel_key as channel, c.brand_key as brand, c.group_key as "group", c.assignee_key as assignee,
  c.phase, c.status, c.class, c.subject, c.type, c.context, c.sentiment, c.source, c.integration_key as integration,
  c.allegro_account as "allegroAccount", c.inbox_key as inbox, c.orders, c.tags, coalesce(c.language, u.language) as language, u.ext_id as "customerId", u.name as "customerName", u.email as "customerEmail", u.suspended,
  c.queued_at as "queuedAt", c.created_at as "createdAt", c.last_activity_at as "lastActivityAt", c.ended_at as "endedAt"
  from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id`;

/** @throws AppError `not_found`, also for groups that are not the agent's */
export async function getConversation({ db, actor }: Context, idOrKey: string): Promise<Conversation> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  return readConversation(db, actor.accountId, id);
}

/** Whoever asks: for the answer of a verb that was permitted, also when it gave the conversation away. */
export async function readConversation(db: Queries, accountId: string, id: string): Promise<Conversation> {
  const [row] = await db.query<Row>(`${SELECT} where c.account_id = $1 and c.id = $2`, [accountId, id]);
  if (!row) throw notFound('conversation', id);
  return present(row);
}

/** Newest first. Agents see their groups' and those of no group. */
export async function listConversations(
  { db, actor }: Context,
  query: ConversationQuery,
): Promise<Slice<Conversation>> {
  permit(actor, 'conversations.read');
  const customer =
    query.customer === undefined ? null : ((await findCustomer(db, actor.accountId, query.customer)) ?? NOBODY);
  const search = query.search ? `%${fold(query.search).replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db.query<Row>(
    `${SELECT} where c.account_id = $1 and ($2::uuid is null or c.id < $2) and ($3::uuid is null or c.customer_id = $3)
      and ($4::text is null or (case $4 when 'ended' then c.phase = 'ended' else c.phase <> 'ended' end))
      and ${visible(5)}
      and ($6::text is null or lower(coalesce(u.name, '')) like $6 or lower(coalesce(u.email, '')) like $6 or lower(c.ext_id) like $6)
      order by c.id desc limit $7`,
    [actor.accountId, cursorOf(query.cursor), customer, query.phase ?? null, visibleTo(actor), search, query.limit + 1],
  );
  const items = rows.slice(0, query.limit).map(present);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

type MessageRow = Omit<Message, 'author' | 'createdAt' | 'attachments'> & {
  files: FileRow[] | null;
  authorKind: Message['author']['kind'];
  authorId: string | null;
  authorName: string | null;
  createdAt: Date;
};

/** Messages after a number, oldest first; `next` goes into `after`. @throws AppError `not_found` */
export async function listMessages(
  { db, actor }: Context,
  idOrKey: string,
  { after, limit, notes = false }: { after: number; limit: number; notes?: boolean },
): Promise<{ items: Message[]; next: number | null }> {
  permit(actor, 'conversations.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const rows = await db.query<MessageRow>(
    `select seq, author_kind as "authorKind", author_id as "authorId",
      coalesce(author_name, case author_kind when 'agent' then (select a.name from agents a where a.account_id = $1 and a.key = author_id) end) as "authorName",
      kind, body as text, meta, origin_firing as firing, created_at as "createdAt", ${FILES_OF} as files from messages m
      where account_id = $1 and conversation_id = $2 and seq > $3 and ($5 or kind <> 'note') order by seq limit $4`,
    [actor.accountId, id, after, limit + 1, notes],
  );
  const items = rows.slice(0, limit).map(({ authorKind, authorId, authorName, createdAt, files, ...row }) => ({
    ...row,
    attachments: (files ?? []).map(presentFile),
    author: { kind: authorKind, id: authorId, name: authorName },
    createdAt: createdAt.toISOString(),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** One message by its number. @throws AppError `not_found` */
export async function readMessage(context: Context, id: string, seq: number): Promise<Message> {
  const { items } = await listMessages(context, id, { after: seq - 1, limit: 1 });
  if (items[0]?.seq !== seq) throw notFound('message', String(seq));
  return items[0];
}

/** The uuid that a cursor is; anything else starts from the newest. */
export function cursorOf(cursor: string | undefined): string | null {
  return cursor !== undefined && isUuid(cursor) ? cursor : null;
}

/** Matches no row. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

function present({ customerId, customerName, customerEmail, suspended, ...row }: Row): Conversation {
  return {
    ...row,
    customer: { id: customerId, name: customerName, email: customerEmail, suspended },
    queuedAt: row.queuedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
