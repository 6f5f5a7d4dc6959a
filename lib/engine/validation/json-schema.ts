/**
 * JSON Schema (2020-12) of a family's rules, out of the same definitions as the validation: for completion in the
 * developer view and for the API's reference. A test holds the two to the same answers.
 */
import type { ActionDefinition, FieldDefinition, OperatorDefinition, Parameter } from '../definition';
import { LIMITS } from '../limits';
import { actionsFor, eventOf, eventsFor, fieldsFor, isAvailable, operatorsFor } from '../registry';
import { COMBINATORS } from '../rule';
import type { Family, ValueType } from '../value';

export type Schema = { readonly [keyword: string]: unknown };

/** Names for people: `label('field', 'message')`. Without it the schema carries ids alone. */
export type Label = (kind: 'event' | 'field' | 'operator' | 'action', id: string) => string;

/** Schemas of `on`, `when` and `do`, and the definitions they refer to; with an `event` only the fields it can satisfy. */
export function bodySchema(
  family: Family,
  label?: Label,
  event?: string,
): { properties: Record<string, Schema>; $defs: Record<string, Schema> } {
  const on = event === undefined ? undefined : eventOf(event);
  const possible = fieldsFor(family).filter((field) => !on || isAvailable(field, on));
  const conditions = possible.map((field) => conditionSchema(field, label));
  return {
    properties: {
      on: { anyOf: eventsFor(family).map(({ id }) => ({ const: id, ...titled(label, 'event', id) })) },
      when: { $ref: '#/$defs/group' },
      do: { type: 'array', minItems: 1, maxItems: LIMITS.actionsPerRule, items: { $ref: '#/$defs/action' } },
    },
    $defs: {
      condition: { anyOf: conditions },
      group: { anyOf: COMBINATORS.map(groupSchema) },
      action: { anyOf: actionsFor(family).map((action) => actionSchema(action, label)) },
    },
  };
}

function groupSchema(combinator: string): Schema {
  const items = { anyOf: [{ $ref: '#/$defs/condition' }, { $ref: '#/$defs/group' }] };
  return strict({ [combinator]: { type: 'array', minItems: 1, maxItems: LIMITS.itemsPerGroup, items } });
}

/** One alternative per field and shape of value: operators that take the same shape share it. */
function conditionSchema(field: FieldDefinition, label: Label | undefined): Schema {
  const shapes = new Map<string, { value: Schema; operators: OperatorDefinition[] }>();
  for (const operator of operatorsFor(field)) {
    const value = operandSchema(field.type, operator);
    const shape = shapes.get(JSON.stringify(value)) ?? { value, operators: [] };
    shapes.set(JSON.stringify(value), { value, operators: [...shape.operators, operator] });
  }
  const alternatives = [...shapes.values()].map(({ value, operators }) =>
    strict(
      {
        field: { const: field.id, ...titled(label, 'field', field.id) },
        ...(field.of && { [field.of]: { type: 'string', minLength: 1, maxLength: 64 } }),
        operator: { anyOf: operators.map(({ id }) => ({ const: id, ...titled(label, 'operator', id) })) },
        value,
        ...Object.fromEntries((field.switches ?? []).map((name) => [name, { type: 'boolean' }])),
      },
      field.switches,
    ),
  );
  return alternatives.length === 1 ? (alternatives[0] ?? {}) : { anyOf: alternatives };
}

function operandSchema(type: ValueType, operator: OperatorDefinition): Schema {
  const one = valueSchema(type, operator);
  return operator.operand === 'many'
    ? { type: 'array', minItems: 1, maxItems: LIMITS.valuesPerCondition, items: one }
    : one;
}

function valueSchema(type: ValueType, operator: OperatorDefinition): Schema {
  switch (type.kind) {
    case 'integer':
      return { type: 'integer', minimum: type.min, maximum: type.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
    case 'state':
      return { enum: type.options };
    case 'text':
    case 'page_text':
      return { type: 'string', minLength: operator.allowsEmpty ? 0 : 1, maxLength: LIMITS.valueLength };
    case 'language':
      return { type: 'string', minLength: 1, maxLength: 35 };
    case 'reference':
      return { type: 'string', minLength: 1, maxLength: 64 };
    case 'set':
      return { type: 'string', minLength: 1, maxLength: LIMITS.tagLength };
  }
}

function actionSchema(action: ActionDefinition, label: Label | undefined): Schema {
  const parameters = action.parameters.map((parameter) => [parameter.name, parameterSchema(parameter)] as const);
  const optional = action.parameters.filter((parameter) => parameter.optional).map(({ name }) => name);
  return strict(
    { action: { const: action.id, ...titled(label, 'action', action.id) }, ...Object.fromEntries(parameters) },
    optional,
  );
}

function parameterSchema(parameter: Parameter): Schema {
  switch (parameter.kind) {
    case 'text':
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
  }
}

function strict(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

function titled(label: Label | undefined, kind: Parameters<Label>[0], id: string): Schema {
  return label ? { title: label(kind, id) } : {};
}
