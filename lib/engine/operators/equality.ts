import { defineOperator } from '../definition';
import { meets } from '../language';
import type { FactValue, Json, ValueType } from '../value';
import { type Judgement, not } from '../verdict';

const SINGLE = ['integer', 'text', 'boolean', 'choice', 'reference', 'state', 'language'] as const;
const LISTED = ['choice', 'reference', 'set', 'language'] as const;

export const equalityOperators = [
  defineOperator({
    id: 'is',
    for: SINGLE,
    operand: 'one',
    allowsEmpty: true,
    compile: (expected, type) => (actual) => same(type, expected, actual),
  }),
  defineOperator({
    id: 'is_not',
    for: SINGLE,
    operand: 'one',
    allowsEmpty: true,
    compile: (expected, type) => (actual) => not(same(type, expected, actual)),
  }),
  defineOperator({
    id: 'one_of',
    for: LISTED,
    operand: 'many',
    compile: (expected, type) => oneOf(type, expected),
  }),
  defineOperator({
    id: 'none_of',
    for: LISTED,
    operand: 'many',
    compile: (expected, type) => {
      const holds = oneOf(type, expected);
      return (actual) => not(holds(actual));
    },
  }),
];

/** Exact, case included. A number without a value cannot be told; any other missing value equals nothing. */
function same(type: ValueType, expected: Json, actual: FactValue): Judgement {
  if (actual === null) return type.kind === 'integer' ? 'no_value' : false;
  if (type.kind === 'language') return meets(String(actual), String(expected));
  return actual === expected;
}

function oneOf(type: ValueType, expected: Json): (actual: FactValue) => Judgement {
  const values = new Set(Array.isArray(expected) ? expected.map(String) : [String(expected)]);
  if (type.kind === 'language') {
    return (actual) => actual !== null && [...values].some((value) => meets(String(actual), value));
  }
  return (actual) => {
    if (Array.isArray(actual)) return actual.some((item) => values.has(item));
    return actual !== null && values.has(String(actual));
  };
}
