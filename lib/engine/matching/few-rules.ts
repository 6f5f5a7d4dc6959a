import { compileCondition } from '../evaluate';
import type { Rule } from '../rule';
import type { Facts } from '../value';
import { type Formula, formulaOf } from './formula';

/** Whether a rule is met, as a closure that asks no more conditions than it must. */
export function testOf(rule: Rule): (facts: Facts) => boolean {
  return test(formulaOf(rule));
}

function test(formula: Formula): (facts: Facts) => boolean {
  if ('condition' in formula) {
    const judge = compileCondition(formula.condition);
    const { holds } = formula;
    return (facts) => judge(facts) === holds;
  }
  if ('and' in formula) return every(formula.and.map(test));
  return some(formula.or.map(test));
}

function every(tests: readonly ((facts: Facts) => boolean)[]): (facts: Facts) => boolean {
  return (facts) => {
    for (const each of tests) if (!each(facts)) return false;
    return true;
  };
}

function some(tests: readonly ((facts: Facts) => boolean)[]): (facts: Facts) => boolean {
  return (facts) => {
    for (const each of tests) if (each(facts)) return true;
    return false;
  };
}
