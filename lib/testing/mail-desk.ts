import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import { IMAP_PASSWORD } from './dovecot';
import { SMTP_PASSWORD } from './mail-servers';

/** Connects a mailbox on this machine, as the settings page would; answers its uuid. */
export async function connectMailbox(
  database: Database,
  accountId: string,
  { key = 'support-mail', settings = {}, secrets = {} }: { key?: string; settings?: object; secrets?: object } = {},
): Promise<string> {
  const id = uuidV7();
  const all = {
    ...{
      address: 'support@shop.example',
      senderName: 'Shop',
      user: `user-${id.slice(-8)}`,
      folder: 'INBOX',
      inbox: '',
      group: '',
    },
    ...{ imapHost: '127.0.0.1', imapPort: 1, imapSecurity: 'none' },
    ...{ smtpHost: '127.0.0.1', smtpPort: 1, smtpSecurity: 'none', smtpSignsIn: true, smtpUser: '' },
    ...settings,
  };
  const sealed = encrypt(JSON.stringify({ password: IMAP_PASSWORD, smtpPassword: SMTP_PASSWORD, ...secrets }));
  await database.query(
    `insert into integrations (account_id, id, key, name, kind, settings, secret_encrypted) values ($1, $2, $3, 'Support', 'mail', $4::text::jsonb, $5)`,
    [accountId, id, key, JSON.stringify(all), sealed],
  );
  await database.query('update rule_sets set version = version + 1 where account_id = $1', [accountId]);
  return id;
}

let count = 0;

/** A mail as it comes from a mail server. */
export function rawMail({
  from = 'Zoë <zoe@example.org>',
  to = 'support@shop.example',
  subject = 'Where is my order?',
  text = 'It has not come.',
  id = `mail-${++count}-${uuidV7()}@example.org`,
  headers = {},
}: {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  id?: string | null;
  headers?: Readonly<Record<string, string>>;
} = {}): string {
  const lines = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, ...(id === null ? [] : [`Message-ID: <${id}>`])];
  const more = Object.entries({ 'Content-Type': 'text/plain; charset=utf-8', ...headers }).map(
    ([k, v]) => `${k}: ${v}`,
  );
  return `${[...lines, ...more].join('\r\n')}\r\n\r\n${text}\r\n`;
}
