import type { Connector } from '../connector';
import { catcher } from './catcher';
import { sendEmail } from './send-email';
import { testMailbox } from './test-mailbox';

/** Mailboxes: answers leave by SMTP; `fetch-mail` brings in what comes by IMAP. */
export const mail: Connector = {
  kind: 'mail',
  test: testMailbox,
  standIn: catcher,
  effects: { send_email: sendEmail },
};
