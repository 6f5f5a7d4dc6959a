/**
 * A rule as a formula without NOT. The engine's logic has three values, so "met" and "unmet" are asked separately: a
 * NONE is met when every part is *unmet*, and an unknown part is neither. What remains is AND and OR over facts of the
 * form "this condition is judged exactly `holds`", which two values can carry without losing anything.
 */
import { definitionsOf } from '../evaluate';
import { type Condition, isGroup, type Node, partsOf, type Rule } from '../rule';

/** Met when the condition is judged exactly `holds`; an unknown condition is neither true nor false. */
export interface Literal {
  readonly condition: Condition;
  readonly holds: boolean;
}

export type Formula = Literal | { readonly and: readonly Formula[] } | { readonly or: readonly Formula[] };

/** A rule is met when one of its clauses is: when all its literals are, and all the rest. */
export interface Clause {
  readonly literals: readonly Literal[];
  readonly rest: readonly Formula[];
}

/** Products of nested groups that give more clauses than this are judged as they stand. */
const MAX_PRODUCT = 8;
const NEVER: Formula = { or: [] };

export function formulaOf({ when, gone }: Pick<Rule, 'when' | 'gone'>): Formula {
  return formulaOfNode(when, true, new Set(gone));
}

/** None when the rule can never be met. */
export function clausesOf(formula: Formula): Clause[] {
  if ('condition' in formula) return [{ literals: [formula], rest: [] }];
  if ('or' in formula) return formula.or.flatMap(clausesOf);
  return product(formula.and);
}

function formulaOfNode(node: Node, holds: boolean, gone: ReadonlySet<string>): Formula {
  if (!isGroup(node)) return typeof definitionsOf(node, gone) === 'string' ? NEVER : { condition: node, holds };
  const { combinator, items } = partsOf(node);
  if (items.length === 0) return NEVER;
  const parts = items.map((item) => formulaOfNode(item, combinator === 'none' ? !holds : holds, gone));
  const isAnd = combinator === 'all' ? holds : combinator === 'any' ? !holds : holds;
  return isAnd ? { and: parts } : { or: parts };
}

function product(parts: readonly Formula[]): Clause[] {
  let clauses: Clause[] = [{ literals: [], rest: [] }];
  for (const part of parts) {
    const factors = clausesOf(part);
    const [only] = factors;
    if (factors.length > 1 && clauses.length * factors.length > MAX_PRODUCT) {
      clauses = clauses.map((clause) => ({ ...clause, rest: [...clause.rest, part] }));
    } else if (factors.length === 1 && only && clauses.length === 1 && clauses[0]) {
      clauses = [both(clauses[0], only)];
    } else {
      clauses = clauses.flatMap((clause) => factors.map((factor) => both(clause, factor)));
    }
  }
  return clauses;
}

function both(left: Clause, right: Clause): Clause {
  return { literals: [...left.literals, ...right.literals], rest: [...left.rest, ...right.rest] };
}
