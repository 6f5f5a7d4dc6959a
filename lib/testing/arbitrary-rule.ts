import fc from 'fast-check';
import type { EventDefinition, FieldDefinition, OperatorDefinition, Parameter } from '@/lib/engine/definition';
import { FORMS } from '@/lib/engine/family-form';
import { actionsFor, eventsFor, fieldsFor, isAvailable, operatorsFor } from '@/lib/engine/registry';
import { type Action, type Condition, type Group, groupOf, type Node, type Rule } from '@/lib/engine/rule';
import type { Facts, FactValue, Family, Json, ValueType } from '@/lib/engine/value';

/** Few of everything, so that conditions and facts meet often. */
const KEYS = ['support', 'sales', 'web'];
const WORDS = ['help', 'HELP', 'Straße', 'ﬁn', 'İstanbul', '@message', '<b>', 'a'];
const LANGUAGES = ['fr', 'fr-CA', 'en', 'de'];
const PATTERNS = ['.*help.*', '(?P<a>h).*', 'a|b', String.raw`\w+`, '(a+)+b'];

const word = fc.constantFrom(...WORDS);
const key = fc.constantFrom(...KEYS);

/** Rules that can be saved, generated from the definitions: what is declared is tested. */
export function arbitraryRule(family: Family = 'trigger'): fc.Arbitrary<Pick<Rule, 'on' | 'when' | 'do'>> {
  const { nests } = FORMS[family];
  return fc.constantFrom(...eventsFor(family)).chain((event) =>
    fc.record({
      on: fc.constant(event.id),
      when: arbitraryGroup(family, event, nests ? 3 : 1),
      do: arbitraryActions(family),
    }),
  );
}

/** Facts of any event: every field has a value, or none. */
export const arbitraryFacts = arbitraryFactsFor('trigger');

export function arbitraryFactsFor(family: Family): fc.Arbitrary<Facts> {
  return fc.record(
    Object.fromEntries(fieldsFor(family).map((field) => [field.id, fc.option(factsOf(field), { nil: undefined })])),
  );
}

function factsOf({ of, type }: FieldDefinition): fc.Arbitrary<FactValue | Record<string, FactValue>> {
  return of ? fc.dictionary(key, fact(type), { maxKeys: 3, noNullPrototype: true }) : fact(type);
}

export function arbitraryGroup(family: Family, event: EventDefinition, depth: number): fc.Arbitrary<Group> {
  const condition: fc.Arbitrary<Node> = arbitraryCondition(family, event);
  const item =
    depth > 1 ? fc.oneof({ weight: 3, arbitrary: condition }, arbitraryGroup(family, event, depth - 1)) : condition;
  return fc
    .tuple(fc.constantFrom(...FORMS[family].combinators), fc.array(item, { minLength: 1, maxLength: 4 }))
    .map(([combinator, items]) => groupOf(combinator, items));
}

function arbitraryCondition(family: Family, event: EventDefinition): fc.Arbitrary<Condition> {
  const possible = fieldsFor(family).filter((field) => isAvailable(field, event));
  return fc
    .constantFrom(...possible)
    .chain((field) => fc.constantFrom(...operatorsFor(field)).chain((operator) => conditionOn(field, operator)));
}

function conditionOn(field: FieldDefinition, operator: OperatorDefinition): fc.Arbitrary<Condition> {
  return fc.tuple(operand(field.type, operator), key).map(([value, of]) => {
    const condition = { field: field.id, operator: operator.id };
    if (field.type.kind === 'occurrence') return condition;
    if (field.of === undefined) return { ...condition, value };
    if (field.within !== undefined) return { ...condition, value: { [field.of]: of, [field.within]: value } };
    return { ...condition, value, [field.of]: of };
  });
}

function operand(type: ValueType, operator: OperatorDefinition): fc.Arbitrary<Json> {
  if (operator.operand === 'pattern') return fc.constantFrom(...PATTERNS);
  const one = value(type);
  const list = fc.array(one, { minLength: 1, maxLength: 3 });
  if (operator.operand === 'many') return list;
  return type.several ? fc.oneof(one, list) : one;
}

function value(type: ValueType): fc.Arbitrary<Exclude<Json, null>> {
  if (type.kind === 'weekday') return fc.integer({ min: 0, max: 6 });
  if (type.kind === 'choice' && type.open) return fc.constantFrom(...type.options, ...KEYS);
  if (type.kind === 'address') return fc.constantFrom('ada@example.org', '*@example.org', '*@shop.example.org');
  if (type.kind === 'daytime')
    return fc.constantFrom(
      { from: '22:00', to: '06:00' },
      { from: '09:00', to: '17:00' },
      { from: '00:00', to: '24:00' },
    );
  if (type.kind === 'elapsed')
    return fc.record(
      { amount: fc.integer({ min: 1, max: 3 }), unit: fc.constantFrom('minutes', 'hours', 'days') },
      { noNullPrototype: true },
    );
  if (type.kind === 'integer') return fc.integer({ min: type.min, max: Math.min(type.max, type.min + 6) });
  if (type.kind === 'boolean') return fc.boolean();
  if (type.kind === 'choice' || type.kind === 'state') return fc.constantFrom(...type.options);
  if (type.kind === 'language') return fc.constantFrom(...LANGUAGES);
  return type.kind === 'reference' ? key : word;
}

function fact(type: ValueType): fc.Arbitrary<FactValue> {
  if (type.kind === 'weekday') return fc.integer({ min: 0, max: 6 });
  if (type.kind === 'elapsed') return fc.integer({ min: 0, max: 300_000 });
  if (type.kind === 'daytime') return fc.constantFrom('00:00', '05:59', '06:00', '12:30', '23:59');
  if (type.kind === 'address') return fc.constantFrom('ada@example.org', 'ADA@shop.example.org', 'x');
  if (type.kind === 'occurrence') return fc.constant(true);
  if (type.kind === 'added') return fc.array(word, { minLength: 1, maxLength: 3 });
  if (type.kind === 'choice' && type.open) return fc.constantFrom(...type.options, ...KEYS);
  if (type.kind === 'choice' && type.occurs) return fc.subarray([...type.options], { minLength: 1 });
  if (type.kind === 'choice' || type.kind === 'state') return fc.constantFrom(...type.options);
  if (type.kind === 'phrases') return fc.oneof(word, fc.constant(''));
  if (type.kind === 'integer') return fc.integer({ min: type.min, max: Math.min(type.max, type.min + 6) });
  if (type.kind === 'boolean') return fc.boolean();
  if (type.kind === 'language') return fc.constantFrom(...LANGUAGES);
  if (type.kind === 'reference') return key;
  if (type.kind === 'set') return fc.array(word, { maxLength: 3 });
  return fc.oneof(word, fc.constant(''), fc.string({ maxLength: 20 }));
}

function arbitraryActions(family: Family): fc.Arbitrary<Action[]> {
  const [last, others] = [
    actionsFor(family).filter((each) => each.last),
    actionsFor(family).filter((each) => !each.last),
  ];
  const ordinary = fc.constantFrom(...others).chain(({ id, parameters }) => action(id, parameters));
  const end =
    last.length === 0
      ? fc.constant(undefined)
      : fc.option(
          fc.constantFrom(...last).chain(({ id, parameters }) => action(id, parameters)),
          { nil: undefined },
        );
  return fc
    .tuple(fc.array(ordinary, { minLength: 1, maxLength: 4 }), end)
    .map(([before, after]) => (after ? [...before, after] : before));
}

function action(id: string, parameters: readonly Parameter[]): fc.Arbitrary<Action> {
  const values = parameters.map((each) => {
    const given = parameter(each);
    return [each.name, each.optional ? fc.option(given, { nil: undefined }) : given] as const;
  });
  return fc.record(Object.fromEntries(values)).map((record) => {
    const given = Object.entries(record).filter((entry) => entry[1] !== undefined);
    return { action: id, ...Object.fromEntries(given) };
  });
}

function parameter(definition: Parameter): fc.Arbitrary<Json> {
  switch (definition.kind) {
    case 'text':
      if (definition.liquid) return fc.constantFrom('Hello {{ customer_name }}', '{{ ticket_url }}', '<b>', 'Bonjour');
      return fc.constantFrom('Hello @customer_name', '@message', '<img src=x onerror=alert(1)>', 'Bonjour');
    case 'texts':
      return fc.dictionary(fc.constantFrom(...LANGUAGES), word, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
    case 'integer':
      return fc.integer({ min: definition.min, max: definition.max });
    case 'boolean':
      return fc.boolean();
    case 'choices':
      return fc.subarray([...definition.options]);
    case 'tags':
    case 'lines':
      return fc.array(word, { minLength: 1, maxLength: 3 });
    case 'tag':
    case 'offered':
      return word;
    case 'reference':
      return key;
    case 'email':
      return fc.constantFrom('lead@example.org', 'a+b@example.co.uk');
    case 'language':
      return fc.constantFrom(...LANGUAGES);
  }
}
