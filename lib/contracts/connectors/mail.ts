import * as z from 'zod';
import { email } from '../value';
import { defineConnector } from './definition';

const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[\p{L}\d]([\p{L}\d.:-]*[\p{L}\d])?$/u, { error: 'host' });
const port = z.int().min(1).max(65_535);
/** `tls`: from the start · `starttls`: asked for, and never without · `none`: on networks of one's own alone. */
const security = z.enum(['tls', 'starttls', 'none']);
const SECURITIES = security.options;

const settings = z.strictObject({
  address: email,
  senderName: z.string().trim().max(200).default(''),
  user: z.string().trim().min(1).max(320),
  imapHost: host,
  imapPort: port.default(993),
  imapSecurity: security.default('tls'),
  folder: z.string().trim().min(1).max(500).default('INBOX'),
  smtpHost: host,
  smtpPort: port.default(465),
  smtpSecurity: security.default('tls'),
  smtpSignsIn: z.boolean().default(true),
  smtpUser: z.string().trim().max(320).default(''),
  inbox: z.string().trim().max(200).default(''),
  group: z.string().trim().max(200).default(''),
});

/** A mailbox: tickets come from its folder by IMAP, answers leave by SMTP. */
export const mail = defineConnector({
  kind: 'mail',
  icon: 'mail',
  single: false,
  testable: true,
  testTo: true,
  settings,
  fields: [
    { name: 'address', control: 'text', required: true, example: 'support@example.org' },
    { name: 'senderName', control: 'text' },
    { name: 'user', control: 'text', required: true, example: 'support@example.org' },
    { name: 'password', control: 'secret', required: true },
    { name: 'imapHost', section: 'imap', control: 'text', required: true, example: 'imap.example.org' },
    { name: 'imapPort', section: 'imap', control: 'number', min: 1, max: 65_535 },
    { name: 'imapSecurity', section: 'imap', control: 'choice', options: SECURITIES },
    { name: 'folder', section: 'imap', control: 'text' },
    { name: 'smtpHost', section: 'smtp', control: 'text', required: true, example: 'smtp.example.org' },
    { name: 'smtpPort', section: 'smtp', control: 'number', min: 1, max: 65_535 },
    { name: 'smtpSecurity', section: 'smtp', control: 'choice', options: SECURITIES },
    { name: 'smtpSignsIn', section: 'smtp', control: 'boolean' },
    { name: 'smtpUser', section: 'smtp', control: 'text' },
    { name: 'smtpPassword', section: 'smtp', control: 'secret' },
    { name: 'inbox', section: 'tickets', control: 'reference', to: 'inbox' },
    { name: 'group', section: 'tickets', control: 'reference', to: 'group' },
  ],
});

export type MailSettings = z.output<typeof settings>;
