import type { MessageRow } from '../work/rows';
import type { Session } from './session';

/** So long somebody may take to read in the widget before an answer follows by e-mail. */
const UNREAD_MILLISECONDS = 2 * 60_000;

/**
 * Adds a delivery for every message that goes out by e-mail: in a ticket that came by e-mail at once; in a
 * conversation of the widget when the customer is gone, which is judged when the delivery is due.
 */
export function queueMails(session: Session): void {
  const { firings, changedFirings, messages } = session.work;
  const workflows = new Set(
    [...firings, ...changedFirings].flatMap(({ id, family }) => (family === 'workflow' ? [id] : [])),
  );
  for (const message of messages) {
    const wait = waitOf(session, message, workflows);
    if (wait !== undefined) queue(session, message, wait);
  }
}

/** The key of the delivery of a message. */
export function mailKey(conversationId: string, seq: number): string {
  return `mail:${conversationId}:${seq}`;
}

/** @param workflows ids of the firings of workflows */
function waitOf({ work, directory }: Session, message: MessageRow, workflows: ReadonlySet<string>): number | undefined {
  if (message.authorKind === 'customer' || message.authorKind === 'system' || message.kind === 'note') return undefined;
  const conversation = work.conversation(message.conversationId);
  const kind = directory.channel(conversation.channelKey)?.kind;
  if (kind === 'email') return 0;
  if (kind !== 'web' && kind !== 'mobile') return undefined;
  // What bots and triggers say belongs to the moment; agents and workflows answer for good.
  const answers = message.authorKind === 'agent' || workflows.has(message.originFiring ?? '');
  return answers && work.customer(conversation.customerId).email !== null ? UNREAD_MILLISECONDS : undefined;
}

function queue({ work, directory, now }: Session, { conversationId, seq }: MessageRow, wait: number): void {
  const { channelKey, integrationKey } = work.conversation(conversationId);
  const byMail = directory.channel(channelKey)?.kind === 'email';
  const integrationId = byMail && integrationKey !== null ? directory.id('integration', integrationKey) : undefined;
  work.deliveries.push({
    idempotencyKey: mailKey(conversationId, seq),
    firingId: null,
    step: null,
    webhookId: null,
    conversationId,
    kind: 'mail',
    payload: { action: 'reply', plan: { seq }, ...(integrationId !== undefined && { integrationId }) },
    state: 'ready',
    nextAt: new Date(now.getTime() + wait),
    createdAt: now,
  });
}
