import { uuidV7 } from '@/db/uuid-v7';
import { textFor } from '@/lib/engine/language';
import { liveFacts, renderPlaceholders } from '@/lib/engine/placeholder-text';
import type { Facts } from '@/lib/engine/value';
import { valueLabels } from '@/lib/messages/value-labels';
import type { OwnEffect, StepContext } from '../performers/performer';
import type { FiringRow, StepRow } from '../work/rows';
import { sendAutomated } from './send-automated';
import type { Session } from './session';
import { writeText } from './write-text';

/** What a performer of this step may see and change. */
export function contextOf(session: Session, firing: FiringRow, step: StepRow, facts: Facts): StepContext {
  const { work, directory, now } = session;
  const conversation = work.conversation(step.conversationId ?? '');
  const customer = work.customer(conversation.customerId);
  const reader = conversation.language ?? customer.language;
  const live = liveFacts({ customer: { ...customer, language: reader } }, facts);
  const { language } = directory.account;
  return {
    now,
    firing,
    step,
    conversation,
    customer,
    language,
    facts: live,
    channel: directory.channel(conversation.channelKey),
    render: (text, variants) => renderPlaceholders(textFor(reader, text, variants), live, valueLabels(language)),
    write: (text, by) => writeText(session, conversation.id, text, by),
    knows: (kind, key) => directory.key(kind, key) === key,
    classOf: (status) => directory.classOf(status),
    send: (message) => sendAutomated(session, firing, step, message),
    draft: (body) => draft(session, firing, step, body),
    setConversation: (changed) => work.setConversation(changed),
    setCustomer: (changed) => work.setCustomer(changed),
    suspend: () => suspend(session, firing, customer.id),
    derive: (effect) => derive(session, firing, conversation.id, effect),
  };
}

function draft({ work, now }: Session, firing: FiringRow, { step, conversationId }: StepRow, body: string) {
  const id = uuidV7();
  const { id: firingId, ruleName } = firing;
  work.drafts.push({ id, conversationId: conversationId ?? '', firingId, step, ruleName, body, createdAt: now });
  return { draft: id };
}

function suspend({ work, now }: Session, firing: FiringRow, customerId: string): void {
  work.setCustomer({ ...work.customer(customerId), suspended: 'messaging' });
  const by = { byKind: 'rule', byId: firing.ruleId, byName: firing.ruleName } as const;
  work.suspensions.push({ id: uuidV7(), customerId, scope: 'messaging', reason: '', ...by, at: now });
}

function derive(session: Session, firing: FiringRow, conversationId: string, effect: OwnEffect): void {
  const common = { conversationId, depth: firing.depth + 1, causeFiring: firing.id };
  if (effect.kind === 'ended') {
    const event = { type: 'conversation_ended', by: effect.by } as const;
    session.derived.push({ ...common, event, payload: { by: effect.by } });
    return;
  }
  // The working copy holds the change already; the event tells it.
  const { before, after, payload } = effect;
  session.derived.push({
    ...common,
    event: { type: 'ticket_updated', ticket: {} },
    payload,
    effect: { before, after },
  });
}
