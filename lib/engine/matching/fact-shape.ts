import { GONE, rawFact } from '../evaluate';
import type { Condition } from '../rule';
import { type Facts, type FactValue, factOf, type Json, type Subject, type ValueType } from '../value';

/** A fact that has not the type of its field; the index leaves such facts to the interpreter. */
export const MISSHAPEN = Symbol('the fact has not the type of its field');

/** Reads what all conditions on one field (of one thing) see. */
export interface FactReader {
  readonly type: ValueType;
  /** Any of these conditions. */
  readonly sample: Condition;
  readonly of: Subject | undefined;
  readonly field: string;
  /** The thing that the field is asked of. */
  readonly key: Json | undefined;
  /** What `typeof` says of a proper value. */
  readonly proper: 'number' | 'boolean' | 'string' | 'object';
}

export function readerOf(sample: Condition, type: ValueType, of: Subject | undefined): FactReader {
  const { field } = sample;
  return { type, sample, of, field, key: of === undefined ? undefined : sample[of], proper: properOf(type) };
}

export function readFact(reader: FactReader, facts: Facts): FactValue | typeof GONE | typeof MISSHAPEN {
  const { field, of, key, proper } = reader;
  const fact = facts[field];
  const quick = of === undefined ? fact : quickOf(fact, key);
  // What every object inherits is never text, number or truth value: such a fact is the object's own.
  if (typeof quick === 'string' || typeof quick === 'boolean') return typeof quick === proper ? quick : MISSHAPEN;
  if (typeof quick === 'number') return proper === 'number' && Number.isSafeInteger(quick) ? quick : MISSHAPEN;
  return readSlowly(reader, facts);
}

function readSlowly({ sample, of, type, proper }: FactReader, facts: Facts): ReturnType<typeof readFact> {
  const raw = rawFact(sample, { of }, facts);
  if (raw === GONE) return GONE;
  const value = factOf(type, raw);
  if (value === null) return null;
  return typeof value === proper ? value : MISSHAPEN;
}

/** A cast, because `Array.isArray` does not exclude lists that cannot be written to. */
function quickOf(fact: Facts[string], key: Json | undefined): unknown {
  if (typeof key !== 'string' || typeof fact !== 'object' || fact === null || Array.isArray(fact)) return undefined;
  return (fact as Readonly<Record<string, FactValue>>)[key];
}

function properOf({ kind }: ValueType): FactReader['proper'] {
  if (kind === 'integer') return 'number';
  if (kind === 'boolean') return 'boolean';
  return kind === 'set' ? 'object' : 'string';
}
