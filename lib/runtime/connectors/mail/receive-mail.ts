/**
 * What a mail means: a message of the conversation that it answers, else a new ticket. Done once for each Message-ID,
 * however often and through however many mailboxes it comes.
 */
import { createHash } from 'node:crypto';
import type { Database, Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { ATTACHMENT_MAX_BYTES, ATTACHMENTS_PER_MESSAGE } from '@/lib/contracts/attachment';
import type { Command } from '@/lib/engine/state/derive';
import type { MailNote, SentMessage } from '@/lib/engine/state/literal-event';
import { storeAttachment } from '@/lib/services/attachments/store';
import { submitOne } from '../../conversations/command';
import type { IngestOptions } from '../../ingest/ingest';
import { type FoundConversation, findSender, findThread, senderId } from './find-thread';
import type { IncomingMail, MailAddress } from './incoming-mail';
import { keepMail } from './keep-mail';
import { parseMail } from './parse-mail';
import { receiveBounce } from './receive-bounce';

/** A mailbox as far as its tickets need it. */
export interface Mailbox {
  /** Of the integration. */
  readonly key: string;
  readonly address: string;
  /** Key of the channel. */
  readonly channel: string;
  /** Keys; null where nothing is set. */
  readonly inbox: string | null;
  readonly group: string | null;
}

/** It cannot become a message; the others go on. `message` is a code. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export type Received = 'ticket' | 'message' | 'bounce' | 'known' | 'ours';

/** @throws MailRefused, AppError (`conflict` …), and what the parser throws */
export async function receiveMail(
  database: Database,
  accountId: string,
  mailbox: Mailbox,
  raw: Uint8Array,
  options: IngestOptions = {},
): Promise<Received> {
  const mail = await parseMail(raw);
  const hash = createHash('sha256')
    .update(mail.messageId ?? raw)
    .digest('hex')
    .slice(0, 40);
  const messageId = mail.messageId ?? `${hash}@unnamed`;
  if (await isOurs(database, accountId, messageId)) return 'ours';
  if (mail.bounce) return receiveBounce(database, accountId, mail.bounce, `bounce:${hash}`, options);
  const sender = senderOf(mail, mailbox);
  const arrival: Arrival = { accountId, mailbox, mail, messageId, sender, key: `mail:${hash}` };
  const known = await conversationOf(database, accountId, arrival.key);
  if (known !== undefined) {
    await keep(database, arrival, known);
    return 'known';
  }
  const thread = await findThread(database, accountId, mail, sender);
  const goesOn = thread && !thread.ended ? thread : undefined;
  await submit(database, arrival, { goesOn, before: thread }, options);
  const conversation = await conversationOf(database, accountId, arrival.key);
  if (conversation !== undefined) await keep(database, arrival, conversation);
  return goesOn ? 'message' : 'ticket';
}

interface Arrival {
  readonly accountId: string;
  readonly mailbox: Mailbox;
  readonly mail: IncomingMail;
  readonly messageId: string;
  readonly sender: MailAddress;
  /** The idempotency key, and the sender's own id of the message. */
  readonly key: string;
}

/** Who is answered. @throws MailRefused when that would be ourselves */
function senderOf({ from, replyTo }: IncomingMail, { address }: Mailbox): MailAddress {
  const own = address.toLowerCase();
  const sender = replyTo && replyTo.address !== own ? replyTo : from;
  if (sender.address === own) throw new MailRefused('own_address');
  return sender;
}

async function isOurs(db: Queries, accountId: string, messageId: string): Promise<boolean> {
  const rows = await db.query(
    `select 1 as one from mails where account_id = $1 and direction = 'out' and message_id = $2`,
    [accountId, messageId],
  );
  return rows.length > 0;
}

/** Uuid of the conversation that the mail went into before. */
async function conversationOf(db: Queries, accountId: string, key: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(
    `select e.conversation_id as id from event_keys k join events e on e.account_id = k.account_id and e.id = k.event_id
      where k.account_id = $1 and k.ext_id = $2`,
    [accountId, key],
  );
  return row?.id;
}

interface Threading {
  readonly goesOn: FoundConversation | undefined;
  /** Also one that has ended. */
  readonly before: FoundConversation | undefined;
}

async function submit(
  database: Database,
  arrival: Arrival,
  { goesOn, before }: Threading,
  options: IngestOptions,
): Promise<void> {
  const { accountId, mailbox, mail, sender, key } = arrival;
  const files = await storeFiles(database, arrival);
  const message = messageOf(arrival, files, goesOn);
  const known = before?.customer ?? (await findSender(database, accountId, sender.address));
  const said = { ...(sender.name !== null && { name: sender.name }), email: sender.address };
  const begins: Command = {
    verb: 'hand_over',
    message,
    ...(mailbox.group !== null && { group: mailbox.group }),
    ticket: { subject: mail.subject || null, source: 'email', integration: mailbox.key, inbox: mailbox.inbox },
    // Whoever is known keeps the name that they have.
    ...(known === undefined && { customer: said }),
  };
  const command: Command = goesOn ? { verb: 'customer_message', message } : begins;
  const about = goesOn
    ? { conversation: { id: goesOn.extId }, customer: null, channel: undefined }
    : { conversation: { id: key }, customer: { id: known ?? senderId(sender.address) }, channel: mailbox.channel };
  const entry = {
    ...about,
    key,
    same: { mail: key },
    occurredAt: null,
    payload: {},
    what: { kind: 'command', command },
  } as const;
  try {
    await submitOne(database, accountId, entry, options);
  } catch (error) {
    // It ended a moment ago: then the mail begins the next one.
    if (!goesOn || !(error instanceof AppError) || error.params.reason !== 'conversation_ended') throw error;
    await submit(database, arrival, { goesOn: undefined, before }, options);
  }
}

interface Files {
  readonly ids: readonly string[];
  readonly leftOut: NonNullable<MailNote['leftOut']>;
}

function messageOf(
  { mail, sender, key }: Arrival,
  { ids, leftOut }: Files,
  goesOn: FoundConversation | undefined,
): SentMessage {
  const other = goesOn && goesOn.email?.toLowerCase() !== sender.address;
  const note: MailNote = {
    ...(mail.quoted !== null && { quoted: mail.quoted }),
    ...(other && { from: sender.address }),
    ...(leftOut.length > 0 && { leftOut }),
  };
  return {
    id: key,
    // A mail without a word still says what it is about.
    text: mail.text === '' && ids.length === 0 ? mail.subject : mail.text,
    sender: { type: 'customer', ...(other && { name: sender.name ?? sender.address }) },
    ...(ids.length > 0 && { attachments: ids }),
    ...(mail.automatic && { automatic: true }),
    mail: note,
  };
}

async function storeFiles(database: Database, { accountId, mail, key }: Arrival): Promise<Files> {
  const ids: string[] = [];
  const leftOut: { name: string; size: number }[] = [];
  for (const { name, type, bytes } of mail.attachments) {
    if (bytes.byteLength === 0) continue;
    if (ids.length === ATTACHMENTS_PER_MESSAGE || bytes.byteLength > ATTACHMENT_MAX_BYTES) {
      leftOut.push({ name: name.slice(0, 200), size: bytes.byteLength });
      continue;
    }
    const uploader = { kind: 'customer', id: key } as const;
    ids.push((await storeAttachment(database, accountId, uploader, { name, type, bytes })).id);
  }
  return { ids, leftOut: leftOut.slice(0, 50) };
}

async function keep(database: Database, arrival: Arrival, conversationId: string): Promise<void> {
  const { accountId, mailbox, mail, messageId, sender, key } = arrival;
  const [message] = await database.query<{ seq: number }>(
    'select seq from messages where account_id = $1 and conversation_id = $2 and client_id = $3',
    [accountId, conversationId, key],
  );
  await keepMail(database, {
    ...{
      accountId,
      direction: 'in',
      messageId,
      references: mail.references,
      integrationKey: mailbox.key,
      conversationId,
    },
    ...{ messageSeq: message?.seq ?? null, sender: sender.address, recipients: mail.recipients },
    ...{ subject: mail.subject, text: mail.text, html: mail.html, headers: mail.headers, state: 'received' },
    files: mail.attachments.map(({ name, type, bytes }) => ({ name, type: type ?? '', size: bytes.byteLength })),
  });
}
