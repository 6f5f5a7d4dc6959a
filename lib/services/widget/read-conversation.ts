/** What a customer sees of a conversation: never notes, never anybody else's. */
import type { Queries, Row } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import {
  MESSAGES_PER_VIEW,
  type WidgetConversation,
  type WidgetForm,
  type WidgetMessage,
} from '@/lib/contracts/widget';
import { type Flow, fieldsOf } from '@/lib/engine/flow/flow';
import { readWait } from '../conversations/wait';
import type { WidgetSession } from './find-session';
import { readMessages } from './read-messages';

const MESSAGES_PER_ANSWER = 10;

/** A conversation without its messages, and what only the server needs of it. */
export interface ConversationHead {
  readonly id: string;
  readonly extId: string;
  readonly view: Omit<WidgetConversation, 'messages' | 'moreBefore'>;
}

type Bound = Pick<WidgetSession, 'accountId' | 'channel' | 'customer'>;

interface HeadRow extends Row {
  id: string;
  extId: string;
  phase: WidgetConversation['phase'];
  flow: Flow | null;
  groupKey: string | null;
  messageSeq: number;
  readSeq: number;
  seenSeq: number;
  position: number | null;
  agentName: string | null;
  agentAvatar: string | null;
  emailAsked: boolean;
  name: string | null;
  email: string | null;
}

/** The customer's conversation on the channel that runs, else the last one; undefined when there was none. */
export async function readHead(
  db: Queries,
  { accountId, channel, customer }: Bound,
): Promise<ConversationHead | undefined> {
  const [row] = await db.query<HeadRow>(
    `select c.id, c.ext_id as "extId", c.phase, c.flow, c.group_key as "groupKey", c.message_seq as "messageSeq",
        u.name, u.email, c.customer_read_seq as "seenSeq",
        coalesce((select max(r.seq) from conversation_reads r where r.account_id = c.account_id
          and r.conversation_id = c.id), 0) as "readSeq",
        case when c.phase in ('requesting', 'queued') then 1 + (select count(*)::int from conversations o
          where o.account_id = c.account_id and o.group_key is not distinct from c.group_key
            and o.queue_state = 'queued' and o.id <> c.id and o.queued_at < coalesce(c.queued_at, c.last_activity_at)) end
          as position,
        g.name as "agentName", g.avatar as "agentAvatar",
        c.phase <> 'ended' and u.email is null and exists (select from messages m where m.account_id = c.account_id
          and m.conversation_id = c.id and m.kind = 'email_request') as "emailAsked"
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
      left join agents g on g.account_id = c.account_id and g.key = c.assignee_key and c.phase = 'assigned'
      where c.account_id = $1 and c.customer_id = $2 and c.channel_key = $3
      order by c.phase = 'ended', c.created_at desc, c.id desc limit 1`,
    [accountId, customer.id, channel.key],
  );
  if (!row) return undefined;
  const waits = row.position !== null;
  const wait = waits ? await readWait(db, accountId, { group: row.groupKey, place: row.position ?? 1 }) : null;
  return {
    id: row.id,
    extId: row.extId,
    view: {
      id: row.id,
      phase: row.phase,
      agent:
        row.agentName === null ? null : { name: row.agentName, ...(row.agentAvatar && { avatar: row.agentAvatar }) },
      position: row.position,
      wait: wait && { minMinutes: wait.min, maxMinutes: wait.max },
      form: formOf(row),
      lastSeq: row.messageSeq,
      readSeq: row.readSeq,
      seenSeq: row.seenSeq,
    },
  };
}

/** The whole view with its last messages. */
export async function readConversation(db: Queries, session: Bound): Promise<WidgetConversation | null> {
  const head = await readHead(db, session);
  if (!head) return null;
  const messages = await readMessages(db, session, head.id, { last: MESSAGES_PER_VIEW + 1 });
  return withMessages(head, messages);
}

/** After something was written there is one. Few messages answer it: the widget has those before. */
export async function requireConversation(db: Queries, session: Bound): Promise<WidgetConversation> {
  const head = await readHead(db, session);
  if (!head) throw notFound('conversation', session.customer.id);
  const messages = await readMessages(db, session, head.id, { last: MESSAGES_PER_ANSWER + 1 });
  return {
    ...head.view,
    messages: messages.slice(-MESSAGES_PER_ANSWER),
    moreBefore: messages.length > MESSAGES_PER_ANSWER,
  };
}

/** Messages of the conversation before this number. */
export async function readOlderMessages(
  db: Queries,
  session: Bound,
  before: number,
): Promise<{ messages: WidgetMessage[]; moreBefore: boolean }> {
  const head = await readHead(db, session);
  const messages = head ? await readMessages(db, session, head.id, { before, limit: MESSAGES_PER_VIEW + 1 }) : [];
  return { messages: messages.slice(-MESSAGES_PER_VIEW), moreBefore: messages.length > MESSAGES_PER_VIEW };
}

/** @param messages one more than a view holds, when there are more */
export function withMessages({ view }: ConversationHead, messages: readonly WidgetMessage[]): WidgetConversation {
  return { ...view, messages: messages.slice(-MESSAGES_PER_VIEW), moreBefore: messages.length > MESSAGES_PER_VIEW };
}

function formOf({ phase, flow, name, email, emailAsked }: HeadRow): WidgetForm | null {
  const fields = phase === 'bot' || phase === 'details' ? fieldsOf(flow, { name, email }) : [];
  if (fields.length > 0) return { fields: [...fields], purpose: 'details' };
  return emailAsked ? { fields: ['email'], purpose: 'email' } : null;
}
