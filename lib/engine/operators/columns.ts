/** By what the index of a rule set finds conditions; where there are few rules, as in a page, nobody asks. */
import type { Column, OperatorDefinition, Point } from '../definition';
import { varietiesOf } from '../language';
import type { Json, ValueKind, ValueType } from '../value';
import { listOf } from './meaning';

/** Kinds of which a value can be looked up; the others are asked of each rule that is left (case may be ignored, …). */
const INDEXED: ReadonlySet<ValueKind> = new Set([
  ...(['integer', 'text', 'boolean', 'choice', 'reference', 'state', 'set', 'language'] as const),
]);

/** Of "is", "is one of" and their opposites. */
export function equalityColumn(
  expected: Json,
  type: ValueType,
  { operand }: Pick<OperatorDefinition, 'operand'>,
): Column | undefined {
  if (type.occurs || !INDEXED.has(type.kind)) return undefined;
  const listed = operand === 'many' || (type.several && Array.isArray(expected));
  const values = listed ? listOf(expected).map(String) : [expected];
  if (type.kind === 'language') {
    const points = values.map((range) => varietiesOf(String(range))[0] ?? '');
    return { by: 'value', points, keysOf: varietiesOf };
  }
  return { by: 'value', points: values.filter(isPoint) };
}

/** Of comparisons. */
export function orderColumn(expected: Json, type: ValueType): Column | undefined {
  return type.kind === 'integer' ? { by: 'order', points: [Number(expected)] } : undefined;
}

function isPoint(value: Json): value is Point {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
