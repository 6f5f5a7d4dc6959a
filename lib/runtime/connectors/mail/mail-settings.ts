import type { MailSettings } from '@/lib/contracts/connectors/mail';
import type { Connection } from '../connector';

export type Security = MailSettings['imapSecurity'];

/** One server of a mailbox, with what it takes to sign in. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** Null: without signing in. */
  readonly user: string | null;
  readonly password: string;
}

/** Settings were checked when they were stored. */
export function settingsOf(connection: Pick<Connection, 'settings'>): MailSettings {
  return connection.settings as MailSettings;
}

export function imapOf(connection: Pick<Connection, 'settings' | 'secrets'>): MailServer {
  const { imapHost, imapPort, imapSecurity, user } = settingsOf(connection);
  const password = connection.secrets.password ?? '';
  return { host: imapHost, port: imapPort, security: imapSecurity, user, password };
}

/** With a user and password of its own only where they are given. */
export function smtpOf(connection: Pick<Connection, 'settings' | 'secrets'>): MailServer {
  const { smtpHost, smtpPort, smtpSecurity, smtpUser, smtpSignsIn, user } = settingsOf(connection);
  const password = connection.secrets.smtpPassword ?? connection.secrets.password ?? '';
  const name = smtpUser === '' ? user : smtpUser;
  return { host: smtpHost, port: smtpPort, security: smtpSecurity, user: smtpSignsIn ? name : null, password };
}
