/**
 * Runs the steps of a firing up to its next wait or its end. Ingest calls it when a rule fires, the worker when a wait
 * is due: the same code, so that a step means the same before and after a wait.
 */
import { uuidV7 } from '@/db/uuid-v7';
import { textFor } from '@/lib/engine/language';
import { liveFacts, renderPlaceholders } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Facts } from '@/lib/engine/value';
import { valueLabels } from '@/lib/messages/value-labels';
import { type OwnEffect, ReferenceGone, type StepContext, type StepOutcome } from '../performers/performer';
import { performerOf } from '../performers/registry';
import type { FiringRow, StepRow } from '../work/rows';
import { sendAutomated } from './send-automated';
import { NumbersMissed, type Session } from './session';
import { writeText } from './write-text';

/** Steps before `from` are left as they are. Sets states, results and times of steps and firing. */
export function runSteps(
  session: Session,
  firing: FiringRow,
  steps: readonly StepRow[],
  from: number,
  facts: Facts,
): void {
  for (const step of steps.slice(from)) {
    if (actionOf(firing.family, step.action)?.effect === 'timer') {
      beginWait(session, firing, step);
      return;
    }
    runStep(session, firing, step, facts);
  }
  finish(firing, steps, session.now);
}

/** Does one step now, whatever its state; a failure is recorded and stops nothing. */
export function runStep(session: Session, firing: FiringRow, step: StepRow, facts: Facts): void {
  step.attempt += 1;
  step.doneAt = session.now;
  step.error = null;
  try {
    const outcome = perform(session, firing, step, facts);
    step.state = outcome.state;
    step.result = outcome.state === 'done' ? (outcome.result ?? null) : { reason: outcome.reason };
  } catch (error) {
    if (error instanceof NumbersMissed) throw error;
    step.state = 'failed';
    const code = error instanceof ReferenceGone ? 'reference_gone' : 'step_failed';
    step.error = { code, message: error instanceof Error ? error.message.slice(0, 500) : 'unknown' };
  }
}

/** The firing's outcome, once none of its steps is still to come. */
export function finish(firing: FiringRow, steps: readonly StepRow[], now: Date): void {
  const failed = steps.find(({ state }) => state === 'failed');
  const actions = steps.filter(({ action }) => actionOf(firing.family, action)?.effect !== 'timer');
  const skipped = actions.length > 0 && actions.every(({ state }) => state === 'skipped');
  firing.state = failed ? 'failed' : skipped ? 'skipped' : 'done';
  firing.reason = skipped ? String(actions[0]?.result?.reason ?? 'skipped') : null;
  firing.error = failed ? failed.error : null;
  firing.finishedAt = now;
}

function beginWait(session: Session, firing: FiringRow, step: StepRow): void {
  const seconds = typeof step.params.seconds === 'number' ? step.params.seconds : 1;
  step.state = 'waiting';
  step.dueAt = new Date(session.now.getTime() + seconds * 1_000);
  // `unless` looks at the events after this one.
  step.result = { since: step.conversationId === null ? 0 : session.work.conversation(step.conversationId).eventSeq };
  firing.state = 'waiting';
  firing.finishedAt = null;
}

function perform(session: Session, firing: FiringRow, step: StepRow, facts: Facts): StepOutcome {
  const performer = performerOf(firing.family, step.action);
  if (!performer) throw new Error(`No performer for ${step.action}`);
  return performer(contextOf(session, firing, step, facts));
}

function contextOf(session: Session, firing: FiringRow, step: StepRow, facts: Facts): StepContext {
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
    setConversation: (changed) => work.setConversation(changed),
    setCustomer: (changed) => work.setCustomer(changed),
    suspend: () => suspend(session, firing, customer.id),
    derive: (effect) => derive(session, firing, conversation.id, effect),
  };
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
