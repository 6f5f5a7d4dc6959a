import type { Attempt, Connection, Receipt } from '../connector';
import { htmlOf } from './compose-html';
import { keepMail } from './keep-mail';
import { settingsOf, smtpOf } from './mail-settings';
import { messageIdOf } from './message-ids';
import { type OutgoingMail, sendBySmtp } from './smtp';

/** A mail that is to go out, without what follows from the connection and the attempt. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly automatic: 'auto-replied' | 'auto-generated' | null;
  readonly attachments: OutgoingMail['attachments'];
  /** Number of the message in the conversation that it is. */
  readonly messageSeq: number | null;
}

/**
 * Sends a mail through its mailbox; without any mailbox it is caught: kept to be looked at, and not sent. Its
 * Message-ID comes from the key, so a repeated attempt is recognisable at the other end.
 */
export async function sendMail(
  connection: Connection,
  letter: Letter,
  { key, conversationId }: Attempt,
): Promise<Receipt> {
  const { database, accountId, integrationId } = connection;
  const { address, senderName } = settingsOf(connection);
  const { automatic, messageSeq, ...content } = letter;
  const mail: OutgoingMail = {
    ...content,
    messageId: messageIdOf(accountId, key, address),
    from: { name: senderName, address },
    html: htmlOf(letter.text),
    // RFC 3834: other machines are told not to answer.
    headers: automatic === null ? {} : { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'All' },
  };
  const caught = integrationId === '';
  const answer = caught ? null : await sendBySmtp(smtpOf(connection), connection.allowPrivate, mail);
  const id = await keepMail(database, {
    ...{
      accountId,
      direction: 'out',
      messageId: mail.messageId,
      references: mail.references,
      conversationId,
      messageSeq,
    },
    integrationKey: caught ? null : await keyOf(connection),
    ...{
      sender: address,
      recipients: [mail.to],
      subject: mail.subject,
      text: mail.text,
      html: caught ? mail.html : null,
    },
    headers: headersOf(mail),
    files: mail.attachments.map(({ name, type, bytes }) => ({ name, type, size: bytes.byteLength })),
    state: caught ? 'caught' : 'sent',
  });
  return { mail: id, messageId: mail.messageId, to: mail.to, ...(caught ? { caught: true } : { answer }) };
}

async function keyOf({ database, accountId, integrationId }: Connection): Promise<string | null> {
  const [row] = await database.query<{ key: string }>(
    'select key from integrations where account_id = $1 and id = $2',
    [accountId, integrationId],
  );
  return row?.key ?? null;
}

function headersOf({
  from,
  to,
  subject,
  messageId,
  inReplyTo,
  references,
  headers,
}: OutgoingMail): Record<string, string> {
  const ids = (list: readonly string[]) => list.map((id) => `<${id}>`).join(' ');
  return {
    From: from.name === '' ? from.address : `${from.name} <${from.address}>`,
    ...{ To: to, Subject: subject, 'Message-ID': ids([messageId]) },
    ...(inReplyTo !== null && { 'In-Reply-To': ids([inReplyTo]) }),
    ...(references.length > 0 && { References: ids(references) }),
    ...headers,
  };
}
