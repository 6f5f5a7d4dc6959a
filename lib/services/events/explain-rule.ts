import type { Explanation, StoredEvent } from '@/lib/contracts/firing';
import { explain } from '@/lib/engine/explain';
import { LIMITS } from '@/lib/engine/limits';
import { missingRequired } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Facts } from '@/lib/engine/value';
import type { RuleRow } from '../rules/rule-row';
import type { Circumstances } from './circumstances';

/** One rule on one event: the conditions with the values seen, and every check beside them. */
export function explainRule(rule: RuleRow, event: StoredEvent, seen: Circumstances): Explanation {
  const facts = event.facts as Facts | null;
  const trace = facts ? explain({ when: rule.body.when, gone: rule.broken?.gone }, facts) : null;
  const checks = seen.firing === null ? checksOf(rule, event.type, facts, seen, trace?.verdict) : [];
  return {
    rule: { id: rule.id, name: rule.name, version: rule.version, active: rule.active && rule.deletedAt === null },
    event: { id: event.id, type: event.type, occurredAt: event.occurredAt },
    fired: seen.firing !== null,
    // Where everything holds now, another version of the rule stood at that moment.
    reason: seen.firing === null ? (checks.find(({ passed }) => !passed)?.check ?? 'changed_since') : null,
    firing: seen.firing,
    checks,
    trace: trace as unknown as Explanation['trace'],
  };
}

/** In the order in which the engine asks. */
function checksOf(
  rule: RuleRow,
  event: string,
  facts: Facts | null,
  seen: Circumstances,
  verdict: string | undefined,
): Explanation['checks'] {
  const channels = rule.channels;
  return [
    { check: 'other_event', passed: rule.body.on === event },
    { check: 'created_later', passed: !seen.createdAfter },
    { check: 'inactive', passed: rule.active && rule.deletedAt === null },
    { check: 'suspended', passed: !seen.suspended },
    { check: 'too_old', passed: !seen.old },
    { check: 'depth', passed: seen.depth < LIMITS.chainDepth },
    { check: 'channel', passed: channels.length === 0 || seen.channel === null || channels.includes(seen.channel) },
    { check: 'not_evaluated', passed: facts !== null },
    { check: 'conditions', passed: verdict === 'met' },
    { check: 'once', passed: !(rule.once && seen.marked) },
    { check: 'no_estimate', passed: facts === null || !missingRequired(textsOf(rule), facts) },
  ];
}

function textsOf({ body }: RuleRow): string[] {
  return body.do.flatMap((action) =>
    (actionOf(action.action)?.parameters ?? []).flatMap(({ kind, name }) => {
      const value = action[name];
      return kind === 'text' && typeof value === 'string' ? [value] : [];
    }),
  );
}
