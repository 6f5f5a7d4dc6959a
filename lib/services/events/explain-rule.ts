import type { Explanation, StoredEvent } from '@/lib/contracts/firing';
import { textsOf } from '@/lib/engine/action-texts';
import { explain } from '@/lib/engine/explain';
import { LIMITS } from '@/lib/engine/limits';
import { lacksEstimate, placeholdersOf } from '@/lib/engine/placeholder-text';
import { startOf } from '@/lib/engine/start';
import type { Facts } from '@/lib/engine/value';
import type { RuleRow } from '../rules/rule-row';
import type { Circumstances } from './circumstances';
import { startsOn } from './runs-on';

/**
 * One rule on one event: the conditions with the values seen, and every check beside them, by the version of the rule
 * that stood when the event arrived.
 */
export function explainRule(rule: RuleRow, event: StoredEvent, seen: Circumstances): Explanation {
  const facts = event.facts as Facts | null;
  const stood = ruleAt(rule, seen, event.receivedAt);
  const trace = facts ? explain({ when: stood.body.when, gone: rule.broken?.gone }, facts) : null;
  const asked = { rule: stood, event, facts, seen, verdict: trace?.verdict };
  const checks =
    seen.firing !== null ? [] : rule.family === 'workflow' ? checksOfWorkflow(rule.id, asked) : checksOf(asked);
  // Where all holds, what stopped it was of that moment: a change of the rule in flight, a reference that was gone.
  const reason = checks.find(({ passed }) => !passed)?.check ?? 'changed_since';
  return {
    rule: {
      id: rule.id,
      name: rule.name,
      family: rule.family,
      version: stood.version,
      active: rule.active && rule.deletedAt === null,
    },
    event: { id: event.id, type: event.type, occurredAt: event.occurredAt },
    // A rule that was met and held back leaves a firing that says so.
    fired: seen.firing !== null && seen.skipped === null,
    reason: seen.firing === null ? reason : seen.skipped,
    firing: seen.firing,
    checks,
    trace: trace as unknown as Explanation['trace'],
  };
}

type Stood = Pick<RuleRow, 'body' | 'version' | 'active' | 'once' | 'channels'>;

/** The rule as it stood then; as it is now when it did not exist yet. */
function ruleAt(rule: RuleRow, { version, content }: Circumstances, receivedAt: string): Stood {
  if (version === null || content === null) return rule;
  const { active, oncePerTicket, channels, on, when, do: actions } = content;
  const deleted = rule.deletedAt !== null && rule.deletedAt.toISOString() <= receivedAt;
  return { version, active: active && !deleted, once: oncePerTicket, channels, body: { on, when, do: actions } };
}

interface Asked {
  readonly rule: Stood;
  readonly event: StoredEvent;
  readonly facts: Facts | null;
  readonly seen: Circumstances;
  readonly verdict: string | undefined;
}

/** In the order in which the engine asks. */
function checksOf({ rule, event, facts, seen, verdict }: Asked): Explanation['checks'] {
  const channels = rule.channels;
  return [
    { check: 'other_event', passed: rule.body.on === event.type },
    { check: 'created_later', passed: seen.version !== null },
    { check: 'inactive', passed: rule.active },
    { check: 'suspended', passed: !seen.suspended },
    { check: 'too_old', passed: !seen.old },
    { check: 'depth', passed: seen.depth <= LIMITS.chainDepth },
    { check: 'channel', passed: channels.length === 0 || seen.channel === null || channels.includes(seen.channel) },
    { check: 'not_evaluated', passed: facts !== null },
    { check: 'conditions', passed: verdict === 'met' },
    { check: 'once', passed: !(rule.once && seen.marked) },
    {
      check: 'no_estimate',
      passed: facts === null || !lacksEstimate(placeholdersOf(textsOf('trigger', rule.body.do)), facts),
    },
  ];
}

/** The same of workflows. One on the ticket's state also runs on other events, but only on the one that makes it hold. */
function checksOfWorkflow(id: string, { rule, event, facts, seen, verdict }: Asked): Explanation['checks'] {
  const isTouched = facts?.new_ticket !== undefined || facts?.new_message !== undefined;
  return [
    { check: 'other_event', passed: startsOn(event).includes(rule.body.on) && isOwn(id, event) },
    { check: 'created_later', passed: seen.version !== null },
    { check: 'inactive', passed: rule.active },
    { check: 'suspended', passed: !(seen.suspended && isTouched) },
    { check: 'too_old', passed: !seen.old },
    { check: 'depth', passed: seen.depth <= LIMITS.chainDepth },
    { check: 'not_evaluated', passed: facts !== null },
    { check: 'conditions', passed: verdict === 'met' },
    { check: 'held_before', passed: startOf(rule.body.when) !== 'state' || isTouched },
  ];
}

/** That time has come is told for one workflow. */
function isOwn(id: string, { type, payload }: StoredEvent): boolean {
  return type !== 'ticket_due' || payload.rule === id;
}
