import type { webhookEvents } from '@/lib/contracts/webhook';
import type { Conversation } from '@/lib/engine/state/records';
import type { FiringRow, MessageRow } from '../work/rows';
import type { Session } from './session';

type WebhookEvent = (typeof webhookEvents)[number];

/** Adds a delivery for every message and every finished firing of this transaction and every webhook that wants it. */
export function queueWebhooks(session: Session): void {
  if (session.directory.webhooks.length === 0) return;
  // Notes stay among agents: whoever listens may pass messages on to the customer.
  for (const message of session.work.messages) if (message.kind !== 'note') queueMessage(session, message);
  const firings = [...session.work.firings, ...session.work.changedFirings];
  for (const firing of firings) if (firing.state !== 'waiting') queueFiring(session, firing);
}

function queueMessage(session: Session, message: MessageRow): void {
  const conversation = session.work.conversation(message.conversationId);
  queue(session, 'message.created', `message:${message.conversationId}:${message.seq}`, message.conversationId, {
    conversation: conversation.extId,
    channel: conversation.channelKey,
    ...originOf(conversation),
    seq: message.seq,
    id: message.clientId,
    author: { kind: message.authorKind, id: message.authorId, name: message.authorName },
    kind: message.kind,
    text: message.body,
    ...(message.meta && { meta: message.meta }),
    createdAt: message.createdAt,
    firing: message.originFiring,
  });
}

/** Where a ticket came from, as its events said: whoever passes messages on looks for their own. */
function originOf({ source, integrationKey, allegroAccount }: Conversation) {
  return { source, integration: integrationKey, allegroAccount };
}

function queueFiring(session: Session, firing: FiringRow): void {
  const { id, ruleId, ruleName, ruleVersion, state, reason, createdAt, finishedAt, conversationId } = firing;
  const conversation = conversationId === null ? null : session.work.conversation(conversationId).extId;
  const rule = { id: ruleId, name: ruleName, version: ruleVersion };
  const payload = { id, rule, conversation, outcome: state, reason, createdAt, finishedAt };
  const event = state === 'failed' ? 'firing.failed' : 'firing.finished';
  queue(session, event, `firing:${id}:${finishedAt?.getTime() ?? 0}`, conversationId, payload);
}

function queue(
  { directory, work, now }: Session,
  event: WebhookEvent,
  subject: string,
  conversationId: string | null,
  data: object,
): void {
  for (const { id, events } of directory.webhooks) {
    if (events.length > 0 && !events.includes(event)) continue;
    work.deliveries.push({
      idempotencyKey: `webhook:${id}:${subject}`,
      firingId: null,
      step: null,
      webhookId: id,
      conversationId,
      kind: 'webhook',
      payload: { type: event, timestamp: now, data },
      state: 'ready',
      nextAt: now,
      createdAt: now,
    });
  }
}
