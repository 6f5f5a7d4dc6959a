import { uuidV7 } from '@/db/uuid-v7';
import { LIMITS } from '@/lib/engine/limits';
import { factsUsedBy, lacksEstimate } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Facts } from '@/lib/engine/value';
import type { AccountRules, PreparedRule } from '../rules/account-rules';
import type { FiringRow, StepRow } from '../work/rows';
import type { Applied } from './apply-event';
import { runSteps } from './run-steps';
import type { Session } from './session';

/** Fires a rule that is met on these facts: its firing, and its steps up to the first wait. */
export function fireRule(
  session: Session,
  rules: AccountRules,
  rule: PreparedRule,
  { row, happening: { depth } }: Applied,
  facts: Facts,
): FiringRow {
  const waits = rule.actions.some(({ action }) => actionOf(rule.family, action)?.effect !== 'own');
  const firing: FiringRow = {
    id: uuidV7(),
    eventId: row.id,
    ruleId: rule.id,
    family: rule.family,
    ruleVersion: rule.version,
    ruleName: rule.name,
    conversationId: row.conversationId,
    customerId: row.customerId,
    state: 'done',
    reason: null,
    trace: rules.set.explain(rule.id, rule.on, facts),
    facts: waits ? factsUsedBy(rule.placeholders, facts) : null,
    depth,
    createdAt: session.now,
    finishedAt: session.now,
    error: null,
  };
  session.work.firings.push(firing);
  const reason = heldBack(rule, facts, depth);
  if (reason) return Object.assign(firing, { state: 'skipped', reason });
  const steps = stepsOf(rule, firing);
  session.work.steps.push(...steps);
  runSteps(session, firing, steps, 0, facts);
  return firing;
}

/** What keeps a met rule from running, and is told in the log. */
function heldBack(rule: PreparedRule, facts: Facts, depth: number): string | undefined {
  if (depth > LIMITS.chainDepth) return 'depth';
  return lacksEstimate(rule.placeholders, facts) ? 'no_estimate' : undefined;
}

function stepsOf(rule: PreparedRule, firing: FiringRow): StepRow[] {
  return rule.actions.map(({ action, ...params }, step) => ({
    firingId: firing.id,
    step,
    conversationId: firing.conversationId,
    ruleId: rule.id,
    action,
    params,
    state: 'pending',
    dueAt: null,
    attempt: 0,
    doneAt: null,
    result: null,
    error: null,
  }));
}
