import { queueMails } from './queue-mails';
import { queueWebhooks } from './queue-webhooks';
import type { Session } from './session';

/** Queues what this transaction means for the world outside: the last thing before its rows are written. */
export function queueOutgoing(session: Session): void {
  queueMails(session);
  queueWebhooks(session);
}
