import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { MessageAuthor, WorkspaceRow } from '@/lib/contracts/workspace';
import { iso, isoOrNull } from '../search-pattern';

const EXCERPT_CHARACTERS = 160;
const MOST_UNREAD = 100;

/** Since when a conversation waits. */
export const WAITING_SINCE = 'coalesce(c.queued_at, c.requested_at, c.created_at)';

/*
 * What else a row or message shows is looked up by questions of their own instead of joins: a dozen joined tables take
 * the planner longer than the answer.
 */

const ofAgent = (column: string) =>
  `(select a.${column} from agents a where a.account_id = m.account_id and a.key = m.author_id)`;
const ofBot = (column: string) =>
  `(select b.${column} from bots b where b.account_id = m.account_id and b.key = substr(m.avatar, 5))`;
const OF_BRAND = `(select b.name from channels h join brands b on b.account_id = h.account_id and b.id = h.brand_id
  where h.account_id = m.account_id and h.key = substr(m.avatar, 9))`;

/** Who wrote the message `m`, with the picture that stands for them: of the agent, the bot, or the channel's brand. */
export const AUTHOR = `jsonb_build_object('kind', m.author_kind, 'id', m.author_id,
  'name', coalesce(m.author_name, case when m.author_kind = 'agent' then ${ofAgent('name')}
    when m.avatar like 'bot:%' then ${ofBot('name')} when m.avatar like 'channel:%' then ${OF_BRAND} end),
  'avatar', case when m.author_kind = 'agent' then ${ofAgent('avatar')} when m.avatar like 'bot:%' then ${ofBot('avatar')} end)`;

const named = (table: string, key: string) => `jsonb_build_object('key', ${key}, 'name',
  coalesce((select n.name from ${table} n where n.account_id = c.account_id and n.key = ${key}), ${key}))`;
const maybeNamed = (table: string, key: string) => `case when ${key} is not null then ${named(table, key)} end`;

/** An automatic answer says nothing about the conversation: what a person wrote goes first. */
const lastSeq = (which: string) => `(select p.seq from messages p where p.account_id = c.account_id
  and p.conversation_id = c.id and p.kind <> 'note' ${which} order by p.seq desc limit 1)`;

const LAST_MESSAGE = `(select jsonb_build_object('seq', m.seq, 'author', ${AUTHOR}, 'text', left(m.body, ${EXCERPT_CHARACTERS}),
    'at', m.created_at, 'attachments', (select count(*) from attachments f
      where f.account_id = m.account_id and f.conversation_id = m.conversation_id and f.message_seq = m.seq))
  from messages m where m.account_id = c.account_id and m.conversation_id = c.id
  and m.seq = coalesce(${lastSeq("and p.author_kind in ('customer', 'agent')")}, ${lastSeq('')}))`;

/** From the agent's mark, or from the beginning where the conversation is its own; nothing where it never looked. */
const UNREAD_SINCE = `coalesce((select r.seq from conversation_reads r where r.account_id = c.account_id
  and r.conversation_id = c.id and r.agent_id = $2::uuid), case when c.assignee_key =
    (select a.key from agents a where a.account_id = c.account_id and a.id = $2::uuid) then 0 else c.message_seq end)`;

/** Rows of lists, of `rowFrom`. $2 is the agent's uuid or null. */
export const ROW_COLUMNS = `c.id, c.ext_id as key, c.number::int as number,
  ${named('channels', 'c.channel_key')} || jsonb_build_object('kind', coalesce((select n.kind from channels n
    where n.account_id = c.account_id and n.key = c.channel_key), 'api')) as channel,
  ${named('brands', 'c.brand_key')} as brand, ${maybeNamed('groups', 'c.group_key')} as "group",
  case when c.assignee_key is not null then ${named('agents', 'c.assignee_key')} || jsonb_build_object('avatar',
    (select n.avatar from agents n where n.account_id = c.account_id and n.key = c.assignee_key)) end as assignee,
  c.phase, c.status, jsonb_build_object('class', c.class, 'type', c.type, 'context', c.context, 'sentiment', c.sentiment,
    'source', c.source, 'integration', c.integration_key, 'allegroAccount', c.allegro_account, 'inbox', c.inbox_key,
    'orders', to_jsonb(c.orders)) as ticket, c.inactive, c.suspended_ticket as "suspendedTicket", c.tags,
  jsonb_build_object('id', u.ext_id, 'name', u.name, 'email', u.email, 'anonymous', u.anonymous, 'suspended', u.suspended) as customer,
  ${LAST_MESSAGE} as "lastMessage",
  (select count(*)::int from (select 1 from messages m where m.account_id = c.account_id and m.conversation_id = c.id
    and m.author_kind = 'customer' and m.seq > ${UNREAD_SINCE} limit ${MOST_UNREAD}) x) as unread,
  case when c.phase in ('requesting', 'queued') then ${WAITING_SINCE} end as "waitingSince",
  case when c.queue_state = 'queued' then (select count(*)::int from conversations q
    where q.account_id = c.account_id and q.queue_state = 'queued'
    and (q.group_key = c.group_key or (q.group_key is null and c.group_key is null))
    and (coalesce(q.queued_at, q.requested_at, q.created_at), q.id) <= (${WAITING_SINCE}, c.id)) else 0 end as place,
  ${maybeNamed('groups', 'c.overflow_from')} as "overflowFrom",
  c.message_seq as "messageSeq", c.event_seq as "eventSeq", c.customer_read_seq as "customerReadSeq", c.created_at as "createdAt",
  c.last_activity_at as "lastActivityAt", c.ended_at as "endedAt"`;

/** What `ROW_COLUMNS` asks: conversations `c`, a table or a part of it, with their customers `u`. */
export const rowFrom = (conversations = 'conversations') =>
  `${conversations} c join customers u on u.account_id = c.account_id and u.id = c.customer_id`;

export type RowAnswer = Omit<WorkspaceRow, 'lastMessage' | 'waiting' | 'createdAt' | 'lastActivityAt' | 'endedAt'> & {
  /** Its moment as the database writes JSON. */
  lastMessage: { seq: number; author: MessageAuthor; text: string; attachments: number; at: string } | null;
  waitingSince: Date | null;
  place: number;
  overflowFrom: { key: string; name: string } | null;
  createdAt: Date;
  lastActivityAt: Date;
  endedAt: Date | null;
};

export function presentRow(answer: RowAnswer): WorkspaceRow {
  const { lastMessage, waitingSince, place, overflowFrom, ...row } = answer;
  return {
    ...row,
    lastMessage: lastMessage && { ...lastMessage, at: iso(new Date(lastMessage.at)) },
    waiting: waitingSince ? { since: iso(waitingSince), place, overflowFrom } : null,
    createdAt: iso(row.createdAt),
    lastActivityAt: iso(row.lastActivityAt),
    endedAt: isoOrNull(row.endedAt),
  };
}

/** One row, whoever asks: the caller has made sure that the actor may see it. Undefined when there is none. */
export async function readRow(db: Queries, { accountId, agent }: Actor, id: string): Promise<WorkspaceRow | undefined> {
  const [row] = await db.query<RowAnswer>(
    `select ${ROW_COLUMNS} from ${rowFrom()} where c.account_id = $1 and c.id = $3`,
    [accountId, agent?.id ?? null, id],
  );
  return row && presentRow(row);
}
