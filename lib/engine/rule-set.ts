import { type Explainer, explainerOf, type Trace } from './explain';
import { EventRules } from './matching/event-rules';
import type { Rule } from './rule';
import type { Facts } from './value';

export interface RuleSet {
  /** Ids of the rules on this event that are met, in the order in which the rules were given. */
  match(event: string, facts: Facts): string[];
  /** Why a rule is met or not. Throws when the rule is not in the set. */
  explain(ruleId: string, event: string, facts: Facts): Trace;
  /** Adds a rule, or replaces the one with its id, at its place. */
  add(rule: Rule): void;
  remove(id: string): void;
  readonly size: number;
}

/** Rules prepared for matching (matching/README.md). The rules must not be changed afterwards. */
export function createRuleSet(rules: readonly Rule[]): RuleSet {
  const byEvent = new Map<string, EventRules>();
  let rank = rules.length;
  fill(byEvent, rules);
  const remove = (id: string): number | undefined => {
    for (const each of byEvent.values()) {
      const removed = each.remove(id);
      if (removed !== undefined) return removed;
    }
    return undefined;
  };
  return {
    match: (event, facts) => byEvent.get(event)?.match(facts) ?? [],
    explain: (ruleId, event, facts) => explainIn(byEvent, ruleId, event, facts),
    add: (rule) => rulesOn(byEvent, rule.on).add(rule, remove(rule.id) ?? rank++),
    remove: (id) => void remove(id),
    get size() {
      return [...byEvent.values()].reduce((sum, { size }) => sum + size, 0);
    },
  };
}

function fill(byEvent: Map<string, EventRules>, rules: readonly Rule[]): void {
  const ranks = new Map<string, number>();
  const last = new Map<string, Rule>();
  rules.forEach((rule, rank) => {
    if (!ranks.has(rule.id)) ranks.set(rule.id, rank);
    last.set(rule.id, rule);
  });
  for (const [event, group] of Map.groupBy(last.values(), ({ on }) => on)) {
    rulesOn(byEvent, event).fill(group.map((rule) => [rule, ranks.get(rule.id) ?? 0]));
  }
}

function rulesOn(byEvent: Map<string, EventRules>, event: string): EventRules {
  const known = byEvent.get(event);
  if (known) return known;
  const rules = new EventRules();
  byEvent.set(event, rules);
  return rules;
}

/** Prepared for the rules that were explained; forgotten with them. */
const explainers = new WeakMap<Rule, Explainer>();

function explainIn(byEvent: ReadonlyMap<string, EventRules>, id: string, event: string, facts: Facts): Trace {
  for (const rules of byEvent.values()) {
    const rule = rules.get(id);
    if (!rule) continue;
    const explain = explainers.get(rule) ?? explainerOf(rule);
    explainers.set(rule, explain);
    const trace = explain(facts);
    // A rule is never met on an event that is not its own, whatever its conditions say.
    return rule.on === event ? trace : { ...trace, verdict: 'unmet' };
  }
  throw new Error(`No rule ${id} in this set`);
}
