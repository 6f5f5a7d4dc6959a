import { type Column, defineOperator, type Point, type Switches } from '../definition';
import { fold } from '../fold';
import { meets, varietiesOf } from '../language';
import type { FactValue, Json, ValueType } from '../value';
import { type Judgement, not } from '../verdict';

const SINGLE = ['integer', 'text', 'page_text', 'boolean', 'choice', 'reference', 'state', 'language'] as const;
const LISTED = ['choice', 'reference', 'set', 'language'] as const;

export const equalityOperators = [
  defineOperator({
    id: 'is',
    for: SINGLE,
    operand: 'one',
    allowsEmpty: true,
    compile: (expected, type, switches) => (actual) => same(type, expected, actual, switches),
    column: (expected, type) => pointsOf(type, [expected]),
  }),
  defineOperator({
    id: 'is_not',
    for: SINGLE,
    operand: 'one',
    allowsEmpty: true,
    compile: (expected, type, switches) => (actual) => not(same(type, expected, actual, switches)),
    column: (expected, type) => pointsOf(type, [expected]),
  }),
  defineOperator({
    id: 'one_of',
    for: LISTED,
    operand: 'many',
    compile: (expected, type) => oneOf(type, expected),
    column: (expected, type) => pointsOf(type, stringsOf(expected)),
  }),
  defineOperator({
    id: 'none_of',
    for: LISTED,
    operand: 'many',
    compile: (expected, type) => {
      const holds = oneOf(type, expected);
      return (actual) => not(holds(actual));
    },
    column: (expected, type) => pointsOf(type, stringsOf(expected)),
  }),
];

/** Exact, case included. A number without a value cannot be told; any other missing value equals nothing. */
function same(type: ValueType, expected: Json, actual: FactValue, { ignoreCase }: Switches = {}): Judgement {
  if (actual === null) return type.kind === 'integer' ? 'no_value' : false;
  if (type.kind === 'language') return meets(String(actual), String(expected));
  if (ignoreCase) return fold(String(actual)) === fold(String(expected));
  return actual === expected;
}

function oneOf(type: ValueType, expected: Json): (actual: FactValue) => Judgement {
  const values = new Set(stringsOf(expected));
  if (type.kind === 'language') {
    return (actual) => actual !== null && [...values].some((value) => meets(String(actual), value));
  }
  return (actual) => {
    if (Array.isArray(actual)) return actual.some((item) => values.has(item));
    return actual !== null && values.has(String(actual));
  };
}

function stringsOf(expected: Json): string[] {
  return Array.isArray(expected) ? expected.map(String) : [String(expected)];
}

function pointsOf(type: ValueType, expected: readonly Json[]): Column | undefined {
  // Case may be ignored, which the index is not told.
  if (type.kind === 'page_text') return undefined;
  if (type.kind === 'language') {
    const points = expected.map((range) => varietiesOf(String(range))[0] ?? '');
    return { by: 'value', points, keysOf: varietiesOf };
  }
  return { by: 'value', points: expected.filter(isPoint) };
}

function isPoint(value: Json): value is Point {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
