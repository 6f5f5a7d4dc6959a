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

/** Judges a rule on facts and tells every value seen. */
export type Explainer = (facts: Facts) => Trace;

/** Prepares to explain a rule again and again. Same verdict as `compileRule`, written so that nothing is skipped. */
export function explainerOf(rule: Pick<Rule, 'when' | 'gone'>): Explainer {
  const trace = groupTracer(rule.when, new Set(rule.gone));
  return (facts) => trace(facts).trace;
}

/** Explains a rule once. */
export function explain(rule: Pick<Rule, 'when' | 'gone'>, facts: Facts): Trace {
  return explainerOf(rule)(facts);
}

interface Traced<T> {
  trace: T;
  judgement: Judgement;
}
type Tracer<T> = (facts: Facts) => Traced<T>;

function groupTracer(group: Group, gone: ReadonlySet<string>): Tracer<GroupTrace> {
  const { combinator, items } = partsOf(group);
  const tracers = items.map((item) => nodeTracer(item, gone));
  return (facts) => {
    const parts = tracers.map((trace) => trace(facts));
    const judgement =
      parts.length === 0
        ? 'malformed'
        : combine(
            combinator,
            parts.map((part) => part.judgement),
          );
    const nodes = parts.map((part) => part.trace);
    return { trace: { [combinator]: nodes, ...told(judgement) }, judgement };
  };
}

function nodeTracer(node: Node, gone: ReadonlySet<string>): Tracer<TraceNode> {
  if (isGroup(node)) return groupTracer(node, gone);
  const judge = compileCondition(node, gone);
  const { field, operator, value: expected = null, ...beside } = node;
  // No part of a condition is undefined; its type says so for absent ones only.
  const of = beside as Readonly<Record<string, Json>>;
  const said = { field, operator, ...(Object.keys(of).length > 0 && { of }), expected };
  return (facts) => {
    const judgement = judge(facts);
    const trace: ConditionTrace = { ...said, actual: seenBy(node, facts) ?? null, ...told(judgement) };
    return { trace, judgement };
  };
}

function combine(combinator: Combinator, parts: readonly Judgement[]): Judgement {
  if (combinator === 'all') return allOf(parts);
  return combinator === 'any' ? anyOf(parts) : not(anyOf(parts));
}

function told(judgement: Judgement): { verdict: Verdict; reason?: UnknownReason } {
  return typeof judgement === 'boolean' ? { verdict: verdictOf(judgement) } : { verdict: 'unknown', reason: judgement };
}
