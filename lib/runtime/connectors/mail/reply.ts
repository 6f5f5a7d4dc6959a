import * as z from 'zod';
import type { Attempt, Connection, Plan, Receipt } from '../connector';
import { Permanent } from '../outcome';
import { referencesOf } from './message-ids';
import { type Letter, sendMail } from './send-mail';
import { answerSubject } from './subject';

/** `alone`: sent again by hand when later ones had gone out; no other takes it along. */
const planned = z.object({ seq: z.int(), alone: z.boolean().default(false) });

/** A message of a conversation by e-mail: queued with the message itself (`steps/queue-mails`), not planned by a rule. */
export async function reply(connection: Connection, plan: Plan, attempt: Attempt): Promise<Receipt> {
  const { seq, alone } = planned.parse(plan);
  const { database, accountId } = connection;
  const conversation = await readConversation(connection, attempt.conversationId);
  const single = conversation.byMail || alone;
  const messages = await readMessages(connection, conversation, { seq, single });
  const reason = leftOut(conversation, messages, { seq, single });
  if (reason !== undefined) return { skipped: reason };
  const thread = await readThread(connection, conversation.id);
  const last = thread.at(0);
  const to = thread.find(({ direction }) => direction === 'in')?.sender ?? conversation.email;
  if (to === null) throw new Permanent('no_address');
  const seqs = messages.map((message) => message.seq);
  const attachments = await database.query<Letter['attachments'][number] & Record<string, unknown>>(
    `select name, media_type as type, bytes from attachments where account_id = $1 and conversation_id = $2
        and message_seq in (select value::int from jsonb_array_elements_text($3::text::jsonb)) order by message_seq, position, id`,
    [accountId, conversation.id, JSON.stringify(seqs)],
  );
  const automatic = messages.every(({ author }) => author !== 'agent');
  const letter: Letter = {
    to,
    subject: subjectOf(conversation),
    text: messages.map(textOf).join('\n\n').trim(),
    inReplyTo: last?.messageId ?? null,
    references: last ? referencesOf(last.references, last.messageId) : [],
    automatic: automatic ? 'auto-replied' : null,
    attachments,
    messageSeq: seq,
  };
  return sendMail(connection, letter, attempt);
}

interface Conversation {
  readonly id: string;
  readonly byMail: boolean;
  readonly subject: string | null;
  readonly number: number | null;
  readonly readSeq: number;
  /** Number of the last message that has gone out by e-mail. */
  readonly mailedSeq: number;
  readonly email: string | null;
  readonly suspended: boolean;
  readonly language: string;
  readonly brand: string;
}

async function readConversation({ database, accountId }: Connection, id: string | null): Promise<Conversation> {
  const [row] = await database.query<Conversation & Record<string, unknown>>(
    `select c.id, ch.kind = 'email' as "byMail", c.subject, c.number::int as number, c.customer_read_seq as "readSeq", u.email,
        u.suspended = 'all' is true as suspended, b.name as brand, coalesce(c.language, u.language, a.language) as language,
        coalesce((select max(message_seq) from mails m where m.account_id = c.account_id and m.conversation_id = c.id
          and m.direction = 'out' and m.message_seq is not null), 0) as "mailedSeq"
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
        join accounts a on a.id = c.account_id
        left join channels ch on ch.account_id = c.account_id and ch.key = c.channel_key
        left join brands b on b.account_id = c.account_id and b.key = c.brand_key
      where c.account_id = $1 and c.id = $2::uuid`,
    [accountId, id],
  );
  if (!row) throw new Permanent('conversation_gone');
  return { ...row, brand: row.brand ?? '' };
}

interface Message {
  readonly seq: number;
  readonly author: string;
  readonly text: string;
  readonly choices: readonly string[] | null;
}

interface Wanted {
  readonly seq: number;
  readonly single: boolean;
}

/** By e-mail one message is one mail; from the widget everything goes that nobody has read, in one. */
function readMessages(
  { database, accountId }: Connection,
  conversation: Conversation,
  { seq, single }: Wanted,
): Promise<Message[]> {
  const from = single ? seq : Math.max(conversation.readSeq, conversation.mailedSeq) + 1;
  return database.query<Message & Record<string, unknown>>(
    `select m.seq, m.author_kind as author, m.body as text, (select jsonb_agg(r ->> 'label')
        from jsonb_array_elements(case when jsonb_typeof(m.meta -> 'quickReplies') = 'array' then m.meta -> 'quickReplies' else '[]' end) r) as choices
      from messages m where m.account_id = $1 and m.conversation_id = $2 and m.seq >= $3
        and ($4::boolean is false or m.seq = $5) and exists (select 1 from deliveries d where d.account_id = m.account_id
          and d.idempotency_key = 'mail:' || m.conversation_id || ':' || m.seq and d.state not in ('failed', 'cancelled')
          and ($4::boolean or (d.payload -> 'plan' ->> 'alone') is null))
      order by m.seq`,
    [accountId, conversation.id, from, single, seq],
  );
}

/** Why nothing needs to be sent for this message. */
function leftOut(
  { byMail, readSeq, mailedSeq, suspended }: Conversation,
  messages: readonly Message[],
  { seq, single }: Wanted,
) {
  if (suspended) return 'suspended';
  if (!byMail && readSeq >= seq) return 'read';
  if (single) return messages.length === 0 ? 'gone' : undefined;
  if (mailedSeq >= seq) return 'sent_already';
  // A later one takes it along.
  return messages.at(-1)?.seq === seq ? undefined : 'with_next';
}

interface ThreadMail {
  readonly direction: 'in' | 'out';
  readonly messageId: string;
  readonly references: readonly string[];
  readonly sender: string;
}

/** The latest mails of the conversation, newest first. */
function readThread({ database, accountId }: Connection, conversationId: string): Promise<ThreadMail[]> {
  return database.query<ThreadMail & Record<string, unknown>>(
    `select direction, message_id as "messageId", "references", sender from mails
      where account_id = $1 and conversation_id = $2 and message_seq is not null order by created_at desc, id desc limit 50`,
    [accountId, conversationId],
  );
}

const SUBJECTS = {
  en: { mail: 'Your request', widget: 'Your conversation with' },
  fr: { mail: 'Votre demande', widget: 'Votre conversation avec' },
};

function subjectOf({ byMail, subject, number, language, brand }: Conversation): string {
  const words = language.startsWith('fr') ? SUBJECTS.fr : SUBJECTS.en;
  const mark = number === null ? '' : ` #${number}`;
  if (byMail) return subject?.trim() ? answerSubject(subject) : `Re: ${words.mail}${mark}`;
  return subject?.trim() ? answerSubject(subject) : `${words.widget} ${brand}${mark}`;
}

function textOf({ text, choices }: Message): string {
  return choices && choices.length > 0 ? `${text}\n\n${choices.map((choice) => `- ${choice}`).join('\n')}` : text;
}
