/**
 * The plain interpreter: judges one rule on one snapshot. The indexed rule set and the browser must always agree with it.
 */
import type { FieldDefinition, OperatorDefinition, Switches } from './definition';
import { keyAsked, operandOf } from './operand';
import { fieldOf, operatorOf } from './registry';
import { type Condition, type Group, isGroup, type Node, partsOf, type Rule } from './rule';
import { type Facts, type FactValue, factOf } from './value';
import { allOf, anyOf, type Judgement, not, type UnknownReason } from './verdict';

/** A judge of one snapshot; what can be prepared (needles, patterns, sets) was prepared. */
export type Judge = (facts: Facts) => Judgement;

export function compileRule(rule: Pick<Rule, 'when' | 'gone'>): Judge {
  return compileNode(rule.when, new Set(rule.gone));
}

/** Judges one condition. Unknown fields or operators are `malformed`: such a rule never fires and shows as broken. */
export function compileCondition(condition: Condition, gone: ReadonlySet<string> = new Set()): Judge {
  const definitions = definitionsOf(condition, gone);
  if (typeof definitions === 'string') return () => definitions;
  const { field, operator } = definitions;
  const judge = operator.compile(operandOf(field, condition), field.type, switchesOf(condition, field));
  return (facts) => {
    const raw = rawFact(condition, field, facts);
    return raw === GONE ? 'reference_gone' : judge(factOf(field.type, raw));
  };
}

function switchesOf(condition: Condition, { switches = [] }: FieldDefinition): Switches {
  return Object.fromEntries(switches.map((name) => [name, condition[name] === true]));
}

/** What a condition consists of, or why it cannot be told on any facts. */
export function definitionsOf(
  condition: Condition,
  gone: ReadonlySet<string>,
): { field: FieldDefinition; operator: OperatorDefinition } | UnknownReason {
  const field = fieldOf(condition.field);
  const operator = operatorOf(condition.operator);
  if (!field || !operator?.for.includes(field.type.kind)) return 'malformed';
  if (namesGone(condition, field, gone)) return 'reference_gone';
  return { field, operator };
}

/** The value a condition sees, or undefined. Fields asked *of* something look under the key the condition names. */
export function seenBy(condition: Condition, facts: Facts): FactValue | undefined {
  const field = fieldOf(condition.field);
  if (!field) return undefined;
  const raw = rawFact(condition, field, facts);
  return raw === GONE ? undefined : factOf(field.type, raw);
}

/** The fact is asked of something that is not among its keys. */
export const GONE = Symbol('the key is not there');

/** The fact as it stands, before a missing value gets its meaning (`factOf`). */
export function rawFact(
  condition: Condition,
  field: Pick<FieldDefinition, 'of' | 'within'>,
  facts: Facts,
): FactValue | undefined | typeof GONE {
  const fact = Object.hasOwn(facts, condition.field) ? facts[condition.field] : undefined;
  if (field.of === undefined) return isPerKey(fact) ? undefined : fact;
  const key = keyAsked(field, condition);
  if (fact === undefined) return undefined;
  if (isPerKey(fact) && typeof key === 'string' && Object.hasOwn(fact, key)) return fact[key];
  // A page that does not name something says nothing about it; configuration that is not there is gone.
  return field.of === 'metadata' ? undefined : GONE;
}

function isPerKey(fact: Facts[string]): fact is Readonly<Record<string, FactValue>> {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

function namesGone(condition: Condition, field: FieldDefinition, gone: ReadonlySet<string>): boolean {
  if (gone.size === 0) return false;
  if (field.of !== undefined && gone.has(`${field.of}:${String(keyAsked(field, condition))}`)) return true;
  const { type } = field;
  if (type.kind !== 'reference') return false;
  const values = Array.isArray(condition.value) ? condition.value : [condition.value];
  return values.some((value) => gone.has(`${type.to}:${String(value)}`));
}

function compileNode(node: Node, gone: ReadonlySet<string>): Judge {
  return isGroup(node) ? compileGroup(node, gone) : compileCondition(node, gone);
}

function compileGroup(group: Group, gone: ReadonlySet<string>): Judge {
  const { combinator, items } = partsOf(group);
  if (items.length === 0) return () => 'malformed';
  const judges = items.map((item) => compileNode(item, gone));
  const every: Judge = (facts) => allOf(judges.map((judge) => judge(facts)));
  const some: Judge = (facts) => anyOf(judges.map((judge) => judge(facts)));
  if (combinator === 'all') return every;
  return combinator === 'any' ? some : (facts) => not(some(facts));
}
