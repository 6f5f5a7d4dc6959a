import { defineOperator, type OperatorDefinition } from '../definition';

export const numberOperators = [
  comparison('less_than', (actual, expected) => actual < expected),
  comparison('greater_than', (actual, expected) => actual > expected),
  comparison('less_or_equal', (actual, expected) => actual <= expected),
  comparison('greater_or_equal', (actual, expected) => actual >= expected),
];

function comparison(id: string, holds: (actual: number, expected: number) => boolean): OperatorDefinition {
  return defineOperator({
    id,
    for: ['integer'],
    operand: 'one',
    compile: (expected) => {
      const limit = Number(expected);
      return (actual) => (typeof actual === 'number' ? holds(actual, limit) : 'no_value');
    },
    column: (expected) => ({ by: 'order', points: [Number(expected)] }),
  });
}
