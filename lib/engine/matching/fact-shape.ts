import { GONE, rawFact } from '../evaluate';
import type { Condition } from '../rule';
import { type Facts, type FactValue, factOf, type Json, type ReferenceKind, type ValueType } from '../value';

/** A fact that has not the type of its field; the index leaves such facts to the interpreter. */
export const MISSHAPEN = Symbol('the fact has not the type of its field');

/** Reads what all conditions on one field (of one thing) see. */
export interface FactReader {
  readonly type: ValueType;
  /** Any of these conditions. */
  readonly sample: Condition;
  readonly of: ReferenceKind | undefined;
}

export function readFact({ sample, of, type }: FactReader, facts: Facts): FactValue | typeof GONE | typeof MISSHAPEN {
  const quick = of === undefined ? facts[sample.field] : quickOf(facts[sample.field], sample[of]);
  // What every object inherits is never text, number or truth value: such a fact is the object's own.
  const isOwn = typeof quick === 'string' || typeof quick === 'number' || typeof quick === 'boolean';
  const raw = isOwn ? quick : rawFact(sample, of, facts);
  if (raw === GONE) return GONE;
  const value = factOf(type, raw);
  return value === null || hasShape(type, value) ? value : MISSHAPEN;
}

/** A cast, because `Array.isArray` does not exclude lists that cannot be written to. */
function quickOf(fact: Facts[string], key: Json | undefined): unknown {
  if (typeof key !== 'string' || typeof fact !== 'object' || fact === null || Array.isArray(fact)) return undefined;
  return (fact as Readonly<Record<string, FactValue>>)[key];
}

function hasShape(type: ValueType, value: FactValue): boolean {
  if (type.kind === 'integer') return Number.isSafeInteger(value);
  if (type.kind === 'boolean') return typeof value === 'boolean';
  return type.kind === 'set' ? Array.isArray(value) : typeof value === 'string';
}
