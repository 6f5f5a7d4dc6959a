import fc from 'fast-check';
import type { EventDefinition, FieldDefinition, OperatorDefinition, Parameter } from '@/lib/engine/definition';
import { actionsFor, eventsFor, fields, fieldsFor, isAvailable, operatorsFor } from '@/lib/engine/registry';
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
  return fc
    .constantFrom(...eventsFor(family))
    .chain((event) =>
      fc.record({ on: fc.constant(event.id), when: arbitraryGroup(family, event, 3), do: arbitraryActions(family) }),
    );
}

/** Facts of any event: every field has a value, or none. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(fields.map((field) => [field.id, fc.option(factsOf(field), { nil: undefined })])),
);

function factsOf({ of, type }: FieldDefinition): fc.Arbitrary<FactValue | Record<string, FactValue>> {
  return of ? fc.dictionary(key, fact(type), { maxKeys: 3, noNullPrototype: true }) : fact(type);
}

export function arbitraryGroup(family: Family, event: EventDefinition, depth: number): fc.Arbitrary<Group> {
  const condition: fc.Arbitrary<Node> = arbitraryCondition(family, event);
  const item =
    depth > 1 ? fc.oneof({ weight: 3, arbitrary: condition }, arbitraryGroup(family, event, depth - 1)) : condition;
  return fc
    .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(item, { minLength: 1, maxLength: 4 }))
    .map(([combinator, items]) => groupOf(combinator, items));
}

function arbitraryCondition(family: Family, event: EventDefinition): fc.Arbitrary<Condition> {
  const possible = fieldsFor(family).filter((field) => isAvailable(field, event));
  return fc
    .constantFrom(...possible)
    .chain((field) => fc.constantFrom(...operatorsFor(field)).chain((operator) => conditionOn(field, operator)));
}

function conditionOn(field: FieldDefinition, operator: OperatorDefinition): fc.Arbitrary<Condition> {
  return fc
    .tuple(operand(field.type, operator), key)
    .map(([value, of]) => ({ field: field.id, operator: operator.id, value, ...(field.of && { [field.of]: of }) }));
}

function operand(type: ValueType, operator: OperatorDefinition): fc.Arbitrary<Json> {
  if (operator.operand === 'pattern') return fc.constantFrom(...PATTERNS);
  const one = value(type);
  return operator.operand === 'many' ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
}

function value(type: ValueType): fc.Arbitrary<string | number | boolean> {
  if (type.kind === 'integer') return fc.integer({ min: type.min, max: Math.min(type.max, type.min + 6) });
  if (type.kind === 'boolean') return fc.boolean();
  if (type.kind === 'choice' || type.kind === 'state') return fc.constantFrom(...type.options);
  if (type.kind === 'language') return fc.constantFrom(...LANGUAGES);
  return type.kind === 'reference' ? key : word;
}

function fact(type: ValueType): fc.Arbitrary<FactValue> {
  if (type.kind === 'set') return fc.array(word, { maxLength: 3 });
  return type.kind === 'text' ? fc.oneof(word, fc.constant(''), fc.string({ maxLength: 20 })) : value(type);
}

function arbitraryActions(family: Family): fc.Arbitrary<Action[]> {
  const [last, others] = [
    actionsFor(family).filter((each) => each.last),
    actionsFor(family).filter((each) => !each.last),
  ];
  const ordinary = fc.constantFrom(...others).chain(({ id, parameters }) => action(id, parameters));
  const end = fc.option(
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
  }
}
