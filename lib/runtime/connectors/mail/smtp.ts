import { createTransport } from 'nodemailer';
import type { MailServer } from './mail-settings';
import { failureOfMail, reach } from './reach';

const CONNECT_MILLISECONDS = 15_000;
const SOCKET_MILLISECONDS = 60_000;

export interface OutgoingMail {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** Sends one mail; answers what the server said. @throws AttemptFailed, Permanent */
export async function sendBySmtp(server: MailServer, allowPrivate: boolean, mail: OutgoingMail): Promise<string> {
  const { attachments, references, inReplyTo, messageId } = mail;
  return withTransport(server, allowPrivate, async (transport) => {
    const { response } = await transport.sendMail({
      ...{ from: mail.from, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html },
      messageId: bracketed(messageId),
      ...(inReplyTo !== null && { inReplyTo: bracketed(inReplyTo) }),
      ...(references.length > 0 && { references: references.map(bracketed) }),
      headers: { ...mail.headers },
      attachments: attachments.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(bytes),
      })),
    });
    return response.slice(0, 300);
  });
}

/** Connects and signs in, and sends nothing. @throws AttemptFailed, Permanent */
export async function trySmtp(server: MailServer, allowPrivate: boolean): Promise<undefined> {
  await withTransport(server, allowPrivate, (transport) => transport.verify());
  return undefined;
}

type Transport = ReturnType<typeof createTransport>;

async function withTransport<T>(
  { host, port, security, user, password }: MailServer,
  allowPrivate: boolean,
  use: (transport: Transport) => Promise<T>,
): Promise<T> {
  const transport = createTransport({
    ...{ host: await reach(host, allowPrivate), port, tls: { servername: host } },
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== null && { auth: { user, pass: password } }),
    ...{ connectionTimeout: CONNECT_MILLISECONDS, greetingTimeout: CONNECT_MILLISECONDS },
    socketTimeout: SOCKET_MILLISECONDS,
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    return await use(transport);
  } catch (error) {
    throw failureOfMail(error);
  } finally {
    transport.close();
  }
}

function bracketed(id: string): string {
  return `<${id}>`;
}
