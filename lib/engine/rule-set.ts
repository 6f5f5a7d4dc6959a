import { compileRule, type Judge } from './evaluate';
import { explain, type Trace } from './explain';
import type { Rule } from './rule';
import type { Facts } from './value';

export interface RuleSet {
  /** Ids of the rules on this event that are met, in the order in which the rules were given. */
  match(event: string, facts: Facts): string[];
  /** Why a rule is met or not. Throws when the rule is not in the set. */
  explain(ruleId: string, event: string, facts: Facts): Trace;
  add(rule: Rule): void;
  remove(id: string): void;
  readonly size: number;
}

interface Entry {
  readonly rule: Rule;
  readonly judge: Judge;
}

/** Rules prepared for matching. Adding a rule whose id is there replaces it, at its place. */
export function createRuleSet(rules: readonly Rule[]): RuleSet {
  const entries = new Map<string, Entry>();
  const add = (rule: Rule) => void entries.set(rule.id, { rule, judge: compileRule(rule) });
  for (const rule of rules) add(rule);
  return {
    match: (event, facts) => [...matching(entries.values(), event, facts)],
    explain: (ruleId, event, facts) => explainIn(entries, ruleId, event, facts),
    add,
    remove: (id) => void entries.delete(id),
    get size() {
      return entries.size;
    },
  };
}

function* matching(entries: Iterable<Entry>, event: string, facts: Facts): Generator<string> {
  for (const { rule, judge } of entries) if (rule.on === event && judge(facts) === true) yield rule.id;
}

function explainIn(entries: ReadonlyMap<string, Entry>, id: string, event: string, facts: Facts): Trace {
  const entry = entries.get(id);
  if (!entry) throw new Error(`No rule ${id} in this set`);
  const trace = explain(entry.rule, facts);
  // A rule is never met on an event that is not its own, whatever its conditions say.
  return entry.rule.on === event ? trace : { ...trace, verdict: 'unmet' };
}
