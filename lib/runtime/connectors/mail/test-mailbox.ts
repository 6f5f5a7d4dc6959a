import { randomUUID } from 'node:crypto';
import type { ConnectionCheck } from '@/lib/contracts/integration';
import type { Connection } from '../connector';
import { htmlOf } from './compose-html';
import { tryImap } from './imap';
import { imapOf, settingsOf, smtpOf } from './mail-settings';
import { messageIdOf } from './message-ids';
import { failureOfMail } from './reach';
import { sendBySmtp, trySmtp } from './smtp';

/** Tries both servers, each for itself; with an address a mail is sent there. */
export async function testMailbox(
  connection: Connection,
  { to }: { to?: string | undefined },
): Promise<ConnectionCheck[]> {
  const { folder } = settingsOf(connection);
  const imap = check('imap', () => tryImap(imapOf(connection), folder, connection.allowPrivate));
  const smtp = await check('smtp', () => trySmtp(smtpOf(connection), connection.allowPrivate));
  const sent = to !== undefined && smtp.ok ? [await check('message', () => sendTest(connection, to))] : [];
  return [await imap, smtp, ...sent];
}

async function check(part: string, run: () => Promise<string | undefined>): Promise<ConnectionCheck> {
  try {
    return { part, ok: true, code: null, detail: (await run()) ?? null };
  } catch (error) {
    const { message, failure } = failureOfMail(error);
    return { part, ok: false, code: message, detail: failure.detail ?? null };
  }
}

function sendTest(connection: Connection, to: string): Promise<string> {
  const { address, senderName } = settingsOf(connection);
  const text = `This is a test message of Signalbox: answers can leave from ${address}.\n\nCeci est un message de test de Signalbox : les réponses peuvent partir de ${address}.`;
  return sendBySmtp(smtpOf(connection), connection.allowPrivate, {
    messageId: messageIdOf(connection.accountId, randomUUID(), address),
    from: { name: senderName, address },
    ...{ to, subject: 'Signalbox: test', text, html: htmlOf(text), inReplyTo: null, references: [], attachments: [] },
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}
