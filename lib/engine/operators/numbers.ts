import { defineOperator, type OperatorDefinition } from '../definition';
import { elapsedMinutes } from '../elapsed';
import type { Json, ValueKind, ValueType } from '../value';
import { orderColumn } from './columns';

const LESS = { for: ['integer', 'elapsed'] } as const;
const ELAPSED = { for: ['elapsed'] } as const;

/** After exactly the time named, "more than" holds and "less than" does not: that is the moment it comes due. */
export const numberOperators = [
  comparison('more_than', { ...ELAPSED, comesDue: true }, (actual, expected) => actual >= expected),
  comparison('less_than', LESS, (actual, expected) => actual < expected),
  comparison('not_more_than', { ...ELAPSED, negates: true }, (actual, expected) => actual < expected),
  comparison('not_less_than', { ...ELAPSED, negates: true }, (actual, expected) => actual >= expected),
  comparison('greater_than', {}, (actual, expected) => actual > expected),
  comparison('less_or_equal', {}, (actual, expected) => actual <= expected),
  comparison('greater_or_equal', {}, (actual, expected) => actual >= expected),
];

function comparison(
  id: string,
  shape: Partial<Pick<OperatorDefinition, 'for' | 'comesDue' | 'negates'>>,
  holds: (actual: number, expected: number) => boolean,
): OperatorDefinition {
  const kinds: readonly ValueKind[] = ['integer'];
  return defineOperator({
    id,
    for: kinds,
    operand: 'one',
    ...shape,
    compile: (expected, type) => {
      const limit = limitOf(type, expected);
      if (limit === undefined) return () => 'malformed';
      return (actual) => (typeof actual === 'number' ? holds(actual, limit) : 'no_value');
    },
    column: orderColumn,
  });
}

/** Facts of elapsed time are seconds. */
function limitOf({ kind }: ValueType, expected: Json): number | undefined {
  if (kind !== 'elapsed') return Number(expected);
  const minutes = elapsedMinutes(expected);
  return minutes === undefined ? undefined : minutes * 60;
}
