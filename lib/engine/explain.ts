import { compileCondition, seenBy } from './evaluate';
import { type Combinator, type Group, isGroup, type Node, partsOf, type Rule } from './rule';
import type { Facts, FactValue, Json } from './value';
import { allOf, anyOf, type Judgement, not, type UnknownReason, type Verdict, verdictOf } from './verdict';

/** One condition with the value it saw. */
export interface ConditionTrace {
  field: string;
  operator: string;
  /** What the field was asked of, such as `group: 'support'`. */
  of?: Readonly<Record<string, Json>>;
  expected: Json;
  /** Null when there was no value. */
  actual: FactValue;
  verdict: Verdict;
  reason?: UnknownReason;
}

/** A group under its combinator; the verdict of the top is the verdict of the rule. */
export type GroupTrace = { [combinator in Combinator]?: TraceNode[] } & { verdict: Verdict; reason?: UnknownReason };
export type TraceNode = ConditionTrace | GroupTrace;
export type Trace = GroupTrace;

/** Judges a rule and tells every value seen. Same verdict as `compileRule`, written so that nothing is skipped. */
export function explain(rule: Pick<Rule, 'when' | 'gone'>, facts: Facts): Trace {
  return traceGroup(rule.when, facts, new Set(rule.gone)).trace;
}

interface Traced<T> {
  trace: T;
  judgement: Judgement;
}

function traceGroup(group: Group, facts: Facts, gone: ReadonlySet<string>): Traced<GroupTrace> {
  const { combinator, items } = partsOf(group);
  const parts = items.map((item) => traceNode(item, facts, gone));
  const judgement =
    items.length === 0
      ? 'malformed'
      : combine(
          combinator,
          parts.map((part) => part.judgement),
        );
  const nodes = parts.map((part) => part.trace);
  return { trace: { [combinator]: nodes, ...told(judgement) }, judgement };
}

function traceNode(node: Node, facts: Facts, gone: ReadonlySet<string>): Traced<TraceNode> {
  if (isGroup(node)) return traceGroup(node, facts, gone);
  const judgement = compileCondition(node, gone)(facts);
  const { field, operator, value = null, ...beside } = node;
  // No part of a condition is undefined; its type says so for absent ones only.
  const of = beside as Readonly<Record<string, Json>>;
  const trace: ConditionTrace = {
    field,
    operator,
    ...(Object.keys(of).length > 0 && { of }),
    expected: value,
    actual: seenBy(node, facts) ?? null,
    ...told(judgement),
  };
  return { trace, judgement };
}

function combine(combinator: Combinator, parts: readonly Judgement[]): Judgement {
  if (combinator === 'all') return allOf(parts);
  return combinator === 'any' ? anyOf(parts) : not(anyOf(parts));
}

function told(judgement: Judgement): { verdict: Verdict; reason?: UnknownReason } {
  return typeof judgement === 'boolean' ? { verdict: verdictOf(judgement) } : { verdict: 'unknown', reason: judgement };
}
