/**
 * What "is" means for kinds of values where it is not plain equality: one of several phrases, addresses, ranges of the
 * day, days, tags; and what it means without a value.
 */
import { fold } from '../fold';
import type { FactValue, Json, ValueType } from '../value';
import type { Judgement } from '../verdict';

type Test = (actual: FactValue) => Judgement;

/** The comparison of this kind, for one value or a list; undefined where plain equality is meant. */
export function meaningOf(type: ValueType, expected: Json): Test | undefined {
  const values = listOf(expected);
  switch (type.kind) {
    case 'phrases':
      return anyPhrase(values.map((value) => fold(String(value))));
    case 'address':
      return anyAddress(values.map((value) => String(value).trim().toLowerCase()));
    case 'daytime':
      return withinAny(values);
    case 'weekday':
      return (actual) => (typeof actual === 'number' ? values.some((day) => day === actual) : 'no_value');
    case 'added':
      return (actual) => Array.isArray(actual) && actual.some((tag) => values.includes(tag));
    case 'occurrence':
      return (actual) => actual === true;
    case 'choice':
      return type.optional && values.length === 0 ? (actual) => actual !== null : undefined;
    default:
      return undefined;
  }
}

/** A tag was added that is none of these. */
export function addedBeside(expected: Json): Test {
  const values = listOf(expected);
  return (actual) => Array.isArray(actual) && actual.some((tag) => !values.includes(tag));
}

/** A value as a list; nothing named is an empty one. */
export function listOf(expected: Json | undefined): readonly Json[] {
  if (Array.isArray(expected)) return expected;
  return expected === null || expected === undefined ? [] : [expected as Json];
}

function anyPhrase(phrases: readonly string[]): Test {
  return (actual) => {
    const text = fold(String(actual ?? ''));
    return phrases.some((phrase) => phrase !== '' && text.includes(phrase));
  };
}

function anyAddress(patterns: readonly string[]): Test {
  return (actual) => {
    if (actual === null) return false;
    const address = String(actual).trim().toLowerCase();
    return patterns.some((pattern) =>
      pattern.startsWith('*@')
        ? address.endsWith(pattern.slice(1)) && address.length >= pattern.length
        : address === pattern,
    );
  };
}

/** From is included, to is not; a range whose end is before its beginning goes on after midnight. */
function withinAny(ranges: readonly Json[]): Test {
  const prepared = ranges.map(rangeOf);
  if (prepared.includes(undefined)) return () => 'malformed';
  return (actual) => {
    if (typeof actual !== 'string') return 'no_value';
    return prepared.some((range) => {
      if (!range) return false;
      const { from, to } = range;
      return from <= to ? actual >= from && actual < to : actual >= from || actual < to;
    });
  };
}

/** Times as `HH:MM` sort like the day; `24:00` ends it. */
function rangeOf(value: Json): { from: string; to: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { from, to } = value as { readonly [key: string]: Json };
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined;
}
