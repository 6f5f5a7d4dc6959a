/**
 * Rules and facts that nobody should save or send, but that a table may hold: values of the wrong type, empty groups,
 * vanished references, halves of characters. The index must judge them exactly as the interpreter does.
 */
import fc from 'fast-check';
import type { FieldDefinition, OperatorDefinition } from '@/lib/engine/definition';
import { fields, operators, operatorsFor } from '@/lib/engine/registry';
import { type Condition, type Group, groupOf, type Node, type Rule } from '@/lib/engine/rule';
import type { Facts, FactValue, Json, ValueType } from '@/lib/engine/value';

const KEYS = ['support', 'sales', 'web', 'fr', 'tag'];
/** Letters whose case is peculiar, Cherokee, astral letters, and halves of them. */
const LETTERS = [
  ...['s', 'S', 'ſ', 'i', 'I', 'İ', 'ı', 'k', 'K', 'K', 'ß', 'ẞ', 'σ', 'ς', 'Σ', 'Ꭰ', 'ꭰ', 'ᏸ', 'Ᏸ'],
  ...['𐐀', '𐐨', '\ud801', '\udc00', '\udc28', 'é', 'a', 'A', 'b', ' ', '\n', 'µ', 'Ω', 'Å', 'ǆ', 'ǅ'],
];
const PATTERNS = [
  ...['.*s.*', 'k|i', '(?s).*ss.*', '.*(?:is|si|ki).*', '(a+)+b', '(', '.*[sk]i.*', '(?i:SK).*', '.*ſ.*'],
  ...['.*\\bs\\b.*', '.*(?:s|a k)s?\\b.*', '.*\\bS.*', '.*b ?a.*', '.*\\b(?:ki|A|sa)\\b.*', '.*s.*a.*'],
  ...['', '(?!s).*', '.*\\bsi\\b.*', '.*𐐀.*', '.*İ.*', '(?=.*i)(?=.*s).*', '(?-i:S).*', '.*ß.*', '.*Ω.*'],
];

const PLAIN_LETTERS = ['s', 'S', 'i', 'k', 'a', 'A', 'b', ' ', ' '];

export const text = fc.oneof(textOf(LETTERS, 6), textOf(PLAIN_LETTERS, 12));
const key = fc.constantFrom(...KEYS);
const number = fc.oneof(
  fc.integer({ min: -1, max: 8 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 32_000, 4.5),
);
const wild: fc.Arbitrary<Json> = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.array(text), key);
const tag = fc.constantFrom('fr', 'fr-CA', 'FR_ca', 'en', 'fr-', '-', 'fr-ca-x', '');

function textOf(letters: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...letters), { maxLength }).map((all) => all.join(''));
}

export const hostileCondition: fc.Arbitrary<Condition> = fc
  .constantFrom(...fields)
  .chain((field) =>
    fc
      .oneof(
        { weight: 30, arbitrary: fc.constantFrom(...operatorsFor(field)) },
        { weight: 1, arbitrary: fc.constantFrom(...operators) },
      )
      .chain((operator) => conditionOn(field, operator)),
  );

function conditionOn(field: FieldDefinition, operator: OperatorDefinition): fc.Arbitrary<Condition> {
  const value = fc.oneof({ weight: 12, arbitrary: operand(field.type, operator) }, { weight: 1, arbitrary: wild });
  return fc.record({ value, of: key }).map(({ value, of }) => ({
    field: field.id,
    operator: operator.id,
    value,
    ...(field.of && { [field.of]: of }),
  }));
}

function operand(type: ValueType, operator: OperatorDefinition): fc.Arbitrary<Json> {
  if (operator.operand === 'pattern') return fc.constantFrom(...PATTERNS);
  return operator.operand === 'many' ? fc.array(properValue(type), { maxLength: 3 }) : properValue(type);
}

function properValue(type: ValueType): fc.Arbitrary<string | number | boolean> {
  if (type.kind === 'integer') return number;
  if (type.kind === 'boolean') return fc.boolean();
  if (type.kind === 'choice' || type.kind === 'state') return fc.constantFrom(...type.options, ...KEYS);
  if (type.kind === 'language') return tag;
  return type.kind === 'text' ? text : key;
}

const hostileGroup: fc.Arbitrary<Group> = fc.letrec<{ group: Group; node: Node }>((tie) => ({
  group: fc
    .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(tie('node'), { maxLength: 5 }))
    .map(([combinator, items]) => groupOf(combinator, items)),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: hostileCondition },
    { weight: 1, arbitrary: tie('group') },
  ),
})).group;

const gone = fc.constantFrom('group:support', 'brand:web', 'channel:web', 'schedule:tag', 'group:sales');

export const hostileRule: fc.Arbitrary<Omit<Rule, 'id' | 'on'>> = fc.record(
  { when: hostileGroup, do: fc.constant([]), gone: fc.array(gone, { maxLength: 2 }) },
  { requiredKeys: ['when', 'do'] },
);

export const hostileFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(fields.map((field) => [field.id, factsOf(field)])),
  { requiredKeys: [] },
);

function factsOf({ of, type }: FieldDefinition): fc.Arbitrary<FactValue | Record<string, FactValue>> {
  const proper = type.kind === 'set' ? fc.array(key, { maxLength: 4 }) : properValue(type);
  const one: fc.Arbitrary<FactValue> = fc.oneof(
    { weight: 60, arbitrary: proper },
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.oneof(text, number, fc.boolean(), fc.array(key)) },
  );
  return of ? fc.oneof({ weight: 9, arbitrary: fc.dictionary(key, one) }, { weight: 1, arbitrary: one }) : one;
}
