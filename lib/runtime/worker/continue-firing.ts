import type { AccountRules } from '../rules/account-rules';
import { applyEvent, happeningOf } from '../steps/apply-event';
import { isSuspended } from '../steps/is-suspended';
import { runSteps } from '../steps/run-steps';
import type { Session } from '../steps/session';
import type { FiringRow, FiringState, StepRow } from '../work/rows';
import { type Cascade, runWorkflows } from '../workflows/run-workflows';
import type { Unless } from './due-statements';

const CONDITIONS = ['agent_replied', 'conversation_ended', 'customer_replied'] as const;

/** Goes on after a wait that is due: to the next wait or the end, or stops it for what happened meanwhile. */
export function continueFiring(
  session: Session,
  rules: AccountRules,
  firing: FiringRow,
  steps: readonly StepRow[],
  happened?: Unless,
): void {
  const wait = steps.find(({ state }) => state === 'waiting');
  if (!wait || firing.conversationId === null) return;
  const { work, now } = session;
  work.changedFirings.add(firing);
  const before = steps.map((step) => JSON.stringify(step));
  const stopped = stoppedBy(wait, happened);
  if (isSuspended(session, work.conversation(firing.conversationId)))
    end(session, firing, steps, 'skipped', 'suspended');
  else if (stopped) end(session, firing, steps, 'stopped', stopped);
  else {
    wait.state = 'done';
    wait.doneAt = now;
    runSteps(session, firing, steps, wait.step + 1, firing.facts ?? {});
    // Nothing of this firing reached anybody: the ticket may have it again.
    if (firing.state === 'skipped') work.givenBack.add(firing.id);
  }
  for (const [index, step] of steps.entries()) if (JSON.stringify(step) !== before[index]) work.changedSteps.add(step);
  applyDerived(session, rules);
}

/** For a firing whose rows the database refuses. */
export function failFiring(session: Session, _rules: AccountRules, firing: FiringRow, steps: readonly StepRow[]): void {
  end(session, firing, steps, 'failed', 'refused_by_database');
  firing.error = { code: 'refused_by_database' };
  session.work.changedFirings.add(firing);
  for (const step of steps) session.work.changedSteps.add(step);
}

/** By hand: what is still to come is cancelled, with the name of who did it. */
export function cancelFiring(session: Session, firing: FiringRow, steps: readonly StepRow[], by: string): void {
  const open = steps.filter(({ state }) => state === 'waiting' || state === 'pending');
  end(session, firing, steps, 'cancelled', 'cancelled_by_hand');
  session.work.changedFirings.add(firing);
  session.work.givenBack.add(firing.id);
  for (const step of open) {
    step.result = { ...step.result, by };
    session.work.changedSteps.add(step);
  }
}

/** Events that a rule's effects mean, and the workflows that listen to them; no trigger does. */
export function applyDerived(session: Session, rules: AccountRules): void {
  const cascade: Cascade = new Set();
  for (let next = session.derived.shift(); next; next = session.derived.shift()) {
    const applied = applyEvent(session, happeningOf(session, next), () => false);
    runWorkflows(session, rules, applied, cascade);
  }
}

function stoppedBy({ params }: StepRow, happened: Unless | undefined): string | undefined {
  const { unless } = params;
  if (!happened || !Array.isArray(unless)) return undefined;
  return CONDITIONS.find((condition) => unless.includes(condition) && happened[condition]);
}

function end(session: Session, firing: FiringRow, steps: readonly StepRow[], state: FiringState, reason: string): void {
  firing.state = state;
  firing.reason = reason;
  firing.finishedAt = session.now;
  const stepState = state === 'skipped' ? 'skipped' : state === 'failed' ? 'failed' : 'cancelled';
  for (const step of steps) {
    if (step.state !== 'waiting' && step.state !== 'pending') continue;
    step.state = stepState;
    step.result = { reason };
    step.doneAt = session.now;
  }
  if (state === 'skipped') session.work.givenBack.add(firing.id);
}
