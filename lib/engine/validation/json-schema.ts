/**
 * JSON Schema (2020-12) of a family's rules, out of the same definitions as the validation: for completion in the
 * developer view and for the API's reference. A test holds the two to the same answers.
 */
import type { ActionDefinition, FieldDefinition, OperatorDefinition, Parameter } from '../definition';
import { ELAPSED_UNITS } from '../elapsed';
import { FORMS } from '../family-form';
import { LIMITS } from '../limits';
import { actionsFor, eventOf, eventsFor, fieldsFor, isAvailable, operatorsFor } from '../registry';
import type { Combinator } from '../rule';
import type { Family, ValueType } from '../value';

export type Schema = { readonly [keyword: string]: unknown };

/** Names for people: `label('field', 'message')`. Without it the schema carries ids alone. */
export type Label = (kind: 'event' | 'field' | 'operator' | 'action', id: string) => string;

/**
 * Schemas of `on` (where the family names events), `when` and `do`, and the definitions they refer to; with an `event`
 * only the fields it can satisfy.
 */
export function bodySchema(
  family: Family,
  label?: Label,
  event?: string,
): { properties: Record<string, Schema>; $defs: Record<string, Schema> } {
  const on = event === undefined ? undefined : eventOf(event);
  const possible = fieldsFor(family).filter((field) => !on || isAvailable(field, on));
  const conditions = possible.map((field) => conditionSchema(field, label));
  const { namesEvent, combinators, nests } = FORMS[family];
  const events = eventsFor(family).map(({ id }) => ({ const: id, ...titled(label, 'event', id) }));
  return {
    properties: {
      ...(namesEvent && { on: { anyOf: events } }),
      when: { $ref: '#/$defs/group' },
      do: { type: 'array', minItems: 1, maxItems: LIMITS.actionsPerRule, items: { $ref: '#/$defs/action' } },
    },
    $defs: {
      condition: { anyOf: conditions },
      group: { anyOf: combinators.map((combinator) => groupSchema(combinator, nests)) },
      action: { anyOf: actionsFor(family).map((action) => actionSchema(action, label)) },
    },
  };
}

function groupSchema(combinator: Combinator, nests: boolean): Schema {
  const condition = { $ref: '#/$defs/condition' };
  const items = nests ? { anyOf: [condition, { $ref: '#/$defs/group' }] } : condition;
  return strict({ [combinator]: { type: 'array', minItems: 1, maxItems: LIMITS.itemsPerGroup, items } });
}

/** One alternative per field and shape of value: operators that take the same shape share it. */
function conditionSchema(field: FieldDefinition, label: Label | undefined): Schema {
  const shapes = new Map<string, { value: Schema | undefined; operators: OperatorDefinition[] }>();
  for (const operator of operatorsFor(field)) {
    const value = insideSchema(field, operandSchema(field.type, operator));
    const key = JSON.stringify(value) ?? '';
    const shape = shapes.get(key) ?? { value, operators: [] };
    shapes.set(key, { value, operators: [...shape.operators, operator] });
  }
  const alternatives = [...shapes.values()].map(({ value, operators }) =>
    strict(
      {
        field: { const: field.id, ...titled(label, 'field', field.id) },
        ...(field.of && field.within === undefined && { [field.of]: KEY }),
        operator: { anyOf: operators.map(({ id }) => ({ const: id, ...titled(label, 'operator', id) })) },
        ...(value && { value }),
        ...Object.fromEntries((field.switches ?? []).map((name) => [name, { type: 'boolean' }])),
      },
      [...(field.switches ?? []), ...(field.type.kind === 'choice' && field.type.optional ? ['value'] : [])],
    ),
  );
  return alternatives.length === 1 ? (alternatives[0] ?? {}) : { anyOf: alternatives };
}

const KEY: Schema = { type: 'string', minLength: 1, maxLength: 64 };

/** A value that holds what the field is asked of, too. */
function insideSchema({ of, within }: FieldDefinition, value: Schema | undefined): Schema | undefined {
  return of === undefined || within === undefined || !value ? value : strict({ [of]: KEY, [within]: value });
}

/** Undefined for what takes no value. */
function operandSchema(type: ValueType, operator: OperatorDefinition): Schema | undefined {
  if (type.kind === 'occurrence') return undefined;
  const one = valueSchema(type, operator);
  const list = { type: 'array', minItems: 1, maxItems: LIMITS.valuesPerCondition, items: one };
  if (operator.operand === 'many') return list;
  return type.several ? { anyOf: [one, list] } : one;
}

function valueSchema(type: Exclude<ValueType, { kind: 'occurrence' }>, operator: OperatorDefinition): Schema {
  switch (type.kind) {
    case 'integer':
      return { type: 'integer', minimum: type.min, maximum: type.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'weekday':
      return { type: 'integer', minimum: 0, maximum: 6 };
    case 'choice':
      return type.open
        ? { type: 'string', minLength: 1, maxLength: 100, examples: type.options }
        : { enum: type.options };
    case 'state':
      return { enum: type.options };
    case 'phrases':
      return { type: 'string', minLength: 1, maxLength: LIMITS.valueLength };
    case 'address':
      return { type: 'string', minLength: 3, maxLength: 254 };
    case 'daytime':
      return strict({ from: { type: 'string', pattern: CLOCK }, to: { type: 'string', pattern: `${CLOCK}|^24:00$` } });
    case 'elapsed': {
      const { min, max } = LIMITS.elapsedMinutes;
      return strict({ amount: { type: 'integer', minimum: min, maximum: max }, unit: { enum: ELAPSED_UNITS } });
    }
    case 'text':
    case 'page_text':
      return { type: 'string', minLength: operator.allowsEmpty ? 0 : 1, maxLength: LIMITS.valueLength };
    case 'language':
      return { type: 'string', minLength: 1, maxLength: 35 };
    case 'reference':
      return KEY;
    case 'set':
    case 'added':
      return { type: 'string', minLength: 1, maxLength: LIMITS.tagLength };
  }
}

function actionSchema(action: ActionDefinition, label: Label | undefined): Schema {
  const parameters = action.parameters.map((parameter) => [parameter.name, parameterSchema(parameter)] as const);
  const optional = action.parameters.filter((parameter) => parameter.optional).map(({ name }) => name);
  return strict(
    {
      action: { const: action.id, ...titled(label, 'action', action.words ?? action.id) },
      ...Object.fromEntries(parameters),
    },
    optional,
  );
}

function parameterSchema(parameter: Parameter): Schema {
  switch (parameter.kind) {
    case 'text':
    case 'offered':
      return { type: 'string', minLength: 1, maxLength: parameter.max };
    case 'texts':
      return { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: parameter.max } };
    case 'integer':
      return { type: 'integer', minimum: parameter.min, maximum: parameter.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'choices':
      return { type: 'array', items: { enum: parameter.options } };
    case 'tags':
      return {
        type: 'array',
        minItems: 1,
        maxItems: LIMITS.tagsPerAction,
        items: { type: 'string', minLength: 1, maxLength: LIMITS.tagLength },
      };
    case 'lines':
      return {
        type: 'array',
        minItems: 1,
        maxItems: parameter.max,
        items: { type: 'string', minLength: 1, maxLength: parameter.each },
      };
    case 'tag':
      return { type: 'string', minLength: 1, maxLength: LIMITS.tagLength };
    case 'reference':
      return KEY;
    case 'email':
      return { type: 'string', format: 'email', maxLength: 254 };
    case 'language':
      return { type: 'string', minLength: 1, maxLength: 35 };
  }
}

const CLOCK = '^([01][0-9]|2[0-3]):[0-5][0-9]$';

function strict(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

function titled(label: Label | undefined, kind: Parameters<Label>[0], id: string): Schema {
  return label ? { title: label(kind, id) } : {};
}
