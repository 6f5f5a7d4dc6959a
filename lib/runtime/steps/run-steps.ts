/**
 * Runs the steps of a firing up to its next wait or its end. Ingest calls it when a rule fires, the worker when a wait
 * is due: the same code, so that a step means the same before and after a wait.
 */
import { actionOf } from '@/lib/engine/registry';
import type { Facts } from '@/lib/engine/value';
import { effectOf } from '../connectors/registry';
import { type PlannedEffect, ReferenceGone, type StepOutcome } from '../performers/performer';
import { performerOf } from '../performers/registry';
import type { FiringRow, StepRow } from '../work/rows';
import { NumbersMissed, type Session } from './session';
import { contextOf } from './step-context';

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
    // What follows waits until the other side has answered.
    if (step.state === 'sending') return;
  }
  finish(firing, steps, session.now);
}

/** Does one step now, whatever its state; a failure is recorded and stops nothing. */
export function runStep(session: Session, firing: FiringRow, step: StepRow, facts: Facts): void {
  step.attempt += 1;
  step.doneAt = session.now;
  step.error = null;
  try {
    const performer = performerOf(firing.family, step.action);
    if (!performer) throw new Error(`No performer for ${step.action}`);
    const outcome = performer(contextOf(session, firing, step, facts));
    if (outcome.state === 'sending') beginSending(session, firing, step, outcome);
    else conclude(step, outcome);
  } catch (error) {
    if (error instanceof NumbersMissed) throw error;
    step.state = 'failed';
    const code = error instanceof ReferenceGone ? 'reference_gone' : 'step_failed';
    step.error = { code, message: error instanceof Error ? error.message.slice(0, 500) : 'unknown' };
  }
}

/** What came of a step. */
export function conclude(step: StepRow, outcome: StepOutcome): void {
  step.state = outcome.state;
  // Results are plain JSON, whoever made them.
  const result = (outcome.result ?? null) as StepRow['result'];
  step.result =
    outcome.state === 'skipped' || outcome.state === 'cancelled' ? { ...result, reason: outcome.reason } : result;
  if (outcome.state === 'failed') step.error = { code: outcome.code };
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

/** The key is the same for every attempt, whoever makes it. */
function beginSending({ work, now }: Session, firing: FiringRow, step: StepRow, planned: PlannedEffect): void {
  const kind = effectOf(step.action)?.kind;
  if (kind === undefined) throw new Error(`No connector for ${step.action}`);
  const { plan, integrationId } = planned;
  step.state = 'sending';
  step.doneAt = null;
  step.attempt = 0;
  firing.state = 'waiting';
  firing.finishedAt = null;
  work.deliveries.push({
    idempotencyKey: `${firing.id}:${step.step}`,
    firingId: firing.id,
    step: step.step,
    webhookId: null,
    conversationId: step.conversationId,
    kind,
    payload: { action: step.action, plan, ...(integrationId && { integrationId }) },
    state: 'ready',
    nextAt: now,
    createdAt: now,
  });
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
