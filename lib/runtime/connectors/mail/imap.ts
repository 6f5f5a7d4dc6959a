import { ImapFlow } from 'imapflow';
import { AttemptFailed } from '../outcome';
import type { MailServer } from './mail-settings';
import { failureOfMail, reach } from './reach';

const CONNECT_MILLISECONDS = 15_000;
const SOCKET_MILLISECONDS = 90_000;
/** Larger mails are not read; see `LARGEST_MAIL`. */
const LARGEST_ANSWER = 40_000_000;

/** A connection that has signed in. Whoever gets it closes it. @throws AttemptFailed, Permanent */
export async function connectImap(server: MailServer, allowPrivate: boolean): Promise<ImapFlow> {
  const { host, port, security, user, password } = server;
  const client = new ImapFlow({
    ...{ host: await reach(host, allowPrivate), port, servername: host },
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user: user ?? '', pass: password },
    ...{ logger: false, clientInfo: { name: 'Signalbox' }, autoIdleDelay: 1_000, maxLiteralSize: LARGEST_ANSWER },
    ...{ connectionTimeout: CONNECT_MILLISECONDS, greetingTimeout: CONNECT_MILLISECONDS },
    socketTimeout: SOCKET_MILLISECONDS,
  });
  // Told by whatever waits for an answer; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw failureOfMail(error);
  }
}

export interface OpenFolder {
  /** Changes when the server has numbered the folder's mails anew. */
  readonly validity: string;
  /** The number that the next mail gets. */
  readonly next: number;
}

/** @throws AttemptFailed `folder_missing` */
export async function openFolder(client: ImapFlow, folder: string): Promise<OpenFolder> {
  try {
    const { uidValidity, uidNext } = await client.mailboxOpen(folder);
    return { validity: String(uidValidity), next: uidNext };
  } catch (error) {
    if (!client.usable) throw failureOfMail(error);
    const { failure } = failureOfMail(error);
    throw new AttemptFailed('folder_missing', { detail: failure.detail });
  }
}

/** Connects, signs in and opens the folder; answers how many mails it holds. @throws AttemptFailed, Permanent */
export async function tryImap(server: MailServer, folder: string, allowPrivate: boolean): Promise<string> {
  const client = await connectImap(server, allowPrivate);
  try {
    await openFolder(client, folder);
    return String(client.mailbox === false ? 0 : client.mailbox.exists);
  } finally {
    await client.logout().catch(() => client.close());
  }
}
