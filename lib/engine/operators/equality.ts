import { defineOperator, type OperatorDefinition, type Switches } from '../definition';
import { fold } from '../fold';
import { meets } from '../language';
import type { FactValue, Json, ValueType } from '../value';
import { type Judgement, not } from '../verdict';
import { equalityColumn } from './columns';
import { addedBeside, listOf, meaningOf } from './meaning';

const ONES = ['weekday', 'phrases', 'address', 'daytime', 'added'] as const;
const SINGLE = [
  'integer',
  'text',
  'page_text',
  'boolean',
  'choice',
  'reference',
  'state',
  'language',
  ...ONES,
] as const;
const LISTED = ['choice', 'reference', 'set', 'language', 'weekday', 'phrases', 'address', 'daytime', 'added'] as const;

export const equalityOperators = [
  equality({ id: 'is', for: [...SINGLE, 'occurrence'], operand: 'one', allowsEmpty: true }, same),
  equality({ id: 'is_not', for: SINGLE, operand: 'one', allowsEmpty: true, negates: true }, same),
  equality({ id: 'one_of', for: LISTED, operand: 'many', ofOne: 'is' }, oneOf),
  equality({ id: 'none_of', for: LISTED, operand: 'many', ofOne: 'is_not', negates: true }, oneOf),
];

type Test = (actual: FactValue) => Judgement;
type Compare = (type: ValueType, expected: Json, switches?: Switches) => Test;

function equality(
  shape: Pick<OperatorDefinition, 'id' | 'for' | 'operand' | 'allowsEmpty' | 'negates' | 'ofOne'>,
  compare: Compare,
): OperatorDefinition {
  const { negates } = shape;
  const prepare = (expected: Json, type: ValueType, switches: Switches | undefined): Test => {
    if (negates && type.kind === 'added') return addedBeside(expected);
    const holds = meaningOf(type, expected) ?? compareList(type, expected, compare, switches);
    return negates ? (actual) => not(holds(actual)) : holds;
  };
  return defineOperator({
    ...shape,
    compile: (expected, type, switches) => {
      const holds = prepare(expected, type, switches);
      return type.occurs ? (actual) => (actual === null ? false : holds(actual)) : holds;
    },
    column: (expected, type) => equalityColumn(expected, type, shape),
  });
}

function compareList(type: ValueType, expected: Json, compare: Compare, switches: Switches | undefined): Test {
  return type.several && Array.isArray(expected) ? oneOf(type, expected) : compare(type, expected, switches);
}

/** Exact, case included. A number without a value cannot be told; any other missing value equals nothing. */
function same(type: ValueType, expected: Json, { ignoreCase }: Switches = {}): Test {
  return (actual) => {
    if (actual === null) return type.kind === 'integer' ? 'no_value' : false;
    if (type.kind === 'language') return meets(String(actual), String(expected));
    if (ignoreCase) return fold(String(actual)) === fold(String(expected));
    return Array.isArray(actual) ? actual.some((each) => each === expected) : actual === expected;
  };
}

function oneOf(type: ValueType, expected: Json): Test {
  const values = new Set(listOf(expected).map(String));
  if (type.kind === 'language') {
    return (actual) => actual !== null && [...values].some((value) => meets(String(actual), value));
  }
  return (actual) => {
    if (Array.isArray(actual)) return actual.some((item) => values.has(item));
    return actual !== null && values.has(String(actual));
  };
}
