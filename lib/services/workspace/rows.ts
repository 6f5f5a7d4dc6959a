import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { MessageAuthor, WorkspaceRow } from '@/lib/contracts/workspace';
import { iso, isoOrNull } from '../search-pattern';

const EXCERPT_CHARACTERS = 160;
const MOST_UNREAD = 100;

/** Since when a conversation waits. */
export const WAITING_SINCE = 'coalesce(c.queued_at, c.requested_at, c.created_at)';

/** Who wrote the message `m`, with the picture that stands for them. */
export const AUTHOR = `jsonb_build_object('kind', m.author_kind, 'id', m.author_id,
  'name', coalesce(m.author_name, ma.name, mb.name, mbr.name), 'avatar', coalesce(ma.avatar, mb.avatar))`;

/** What `AUTHOR` asks: agents and bots by key, and the brand that a channel speaks for. */
export const AUTHOR_JOINS = `left join agents ma on m.author_kind = 'agent' and ma.account_id = m.account_id and ma.key = m.author_id
  left join bots mb on mb.account_id = m.account_id and m.author_kind in ('bot', 'automation')
    and mb.key = coalesce(substring(m.avatar from '^bot:(.*)$'), m.author_id)
  left join channels mc on m.author_kind in ('bot', 'automation') and mc.account_id = m.account_id
    and mc.key = substring(m.avatar from '^channel:(.*)$')
  left join brands mbr on mbr.account_id = mc.account_id and mbr.id = mc.brand_id`;

const named = (alias: string, key: string) =>
  `jsonb_build_object('key', ${key}, 'name', coalesce(${alias}.name, ${key}))`;

/**
 * Rows of lists, for `from` that names conversations `c`. $1 is the account, $2 the agent's uuid or null: unread counts
 * from its mark, or from the beginning where the conversation is its own.
 */
export const ROW_COLUMNS = `c.id, c.ext_id as key, c.number::int as number,
  ${named('ch', 'c.channel_key')} || jsonb_build_object('kind', coalesce(ch.kind, 'api')) as channel,
  ${named('br', 'c.brand_key')} as brand,
  case when c.group_key is not null then ${named('gr', 'c.group_key')} end as "group",
  case when c.assignee_key is not null then ${named('ag', 'c.assignee_key')} || jsonb_build_object('avatar', ag.avatar) end as assignee,
  c.phase, c.status, c.inactive, c.suspended_ticket as "suspendedTicket", c.tags,
  jsonb_build_object('id', u.ext_id, 'name', u.name, 'email', u.email, 'anonymous', u.anonymous, 'suspended', u.suspended) as customer,
  l.message as "lastMessage", l.at as "lastMessageAt",
  (select count(*)::int from (select 1 from messages m where m.account_id = c.account_id and m.conversation_id = c.id
    and m.author_kind = 'customer' and m.seq > coalesce(r.seq, case when c.assignee_key = ag2.key then 0 else c.message_seq end)
    limit ${MOST_UNREAD}) x) as unread,
  case when c.phase in ('requesting', 'queued') then ${WAITING_SINCE} end as "waitingSince",
  case when c.queue_state = 'queued' then (select count(*)::int from conversations q
    where q.account_id = c.account_id and q.queue_state = 'queued'
    and (q.group_key = c.group_key or (q.group_key is null and c.group_key is null))
    and (coalesce(q.queued_at, q.requested_at, q.created_at), q.id) <= (${WAITING_SINCE}, c.id)) else 0 end as place,
  case when c.overflow_from is not null then ${named('og', 'c.overflow_from')} end as "overflowFrom",
  c.message_seq as "messageSeq", c.event_seq as "eventSeq", c.created_at as "createdAt",
  c.last_activity_at as "lastActivityAt", c.ended_at as "endedAt"`;

/** An automatic answer says nothing about the conversation: what a person wrote goes first. */
const lastSeq = (which: string) => `(select p.seq from messages p where p.account_id = c.account_id
  and p.conversation_id = c.id and p.kind <> 'note' ${which} order by p.seq desc limit 1)`;

/** What `ROW_COLUMNS` asks, joined to conversations `c`: a table or a part of it. */
export const rowFrom = (conversations = 'conversations') => `${conversations} c
  join customers u on u.account_id = c.account_id and u.id = c.customer_id
  left join channels ch on ch.account_id = c.account_id and ch.key = c.channel_key
  left join brands br on br.account_id = c.account_id and br.key = c.brand_key
  left join groups gr on gr.account_id = c.account_id and gr.key = c.group_key
  left join groups og on og.account_id = c.account_id and og.key = c.overflow_from
  left join agents ag on ag.account_id = c.account_id and ag.key = c.assignee_key
  left join agents ag2 on ag2.account_id = c.account_id and ag2.id = $2::uuid
  left join conversation_reads r on r.account_id = c.account_id and r.conversation_id = c.id and r.agent_id = $2::uuid
  left join lateral (select m.created_at as at, jsonb_build_object('seq', m.seq, 'author', ${AUTHOR},
      'text', left(m.body, ${EXCERPT_CHARACTERS}), 'attachments', (select count(*) from attachments f
        where f.account_id = m.account_id and f.conversation_id = m.conversation_id and f.message_seq = m.seq)) as message
    from messages m ${AUTHOR_JOINS}
    where m.account_id = c.account_id and m.conversation_id = c.id
    and m.seq = coalesce(${lastSeq("and p.author_kind in ('customer', 'agent')")}, ${lastSeq('')})) l on true`;

export type RowAnswer = Omit<WorkspaceRow, 'lastMessage' | 'waiting' | 'createdAt' | 'lastActivityAt' | 'endedAt'> & {
  lastMessage: { seq: number; author: MessageAuthor; text: string; attachments: number } | null;
  lastMessageAt: Date | null;
  waitingSince: Date | null;
  place: number;
  overflowFrom: { key: string; name: string } | null;
  createdAt: Date;
  lastActivityAt: Date;
  endedAt: Date | null;
};

export function presentRow(answer: RowAnswer): WorkspaceRow {
  const { lastMessage, lastMessageAt, waitingSince, place, overflowFrom, ...row } = answer;
  return {
    ...row,
    lastMessage: lastMessage && lastMessageAt ? { ...lastMessage, at: iso(lastMessageAt) } : null,
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
