import type { EventDefinition, FieldDefinition, OperatorDefinition } from '../definition';
import { LIMITS } from '../limits';
import { compile } from '../regex';
import { fieldOf, fieldsFor, isAvailable, operatorsFor } from '../registry';
import type { Family, ValueType } from '../value';
import {
  checkBoolean,
  checkInteger,
  checkList,
  checkText,
  type IssueList,
  type JsonRecord,
  join,
  refuseUnknownKeys,
} from './issues';

/** One condition: a field of the family, an operator of its type, a value of the shape that the operator takes. */
export function checkCondition(
  family: Family,
  event: EventDefinition | undefined,
  value: JsonRecord,
  path: string,
  list: IssueList,
): undefined {
  const field = checkField(family, event, value.field, path, list);
  if (!field) return;
  const switches = field.switches ?? [];
  refuseUnknownKeys(value, ['field', 'operator', 'value', ...(field.of ? [field.of] : []), ...switches], path, list);
  for (const name of switches) if (value[name] !== undefined) checkBoolean(value[name], join(path, name), list);
  if (field.of) checkText(value[field.of], join(path, field.of), { min: 1, max: 64 }, list);
  const operator = checkOperator(field, value.operator, path, list);
  if (operator) checkOperand(field.type, operator, value.value, join(path, 'value'), list);
}

function checkField(
  family: Family,
  event: EventDefinition | undefined,
  id: unknown,
  path: string,
  list: IssueList,
): FieldDefinition | undefined {
  const at = join(path, 'field');
  if (!checkText(id, at, { min: 1, max: 100 }, list)) return undefined;
  const field = fieldOf(id);
  if (!field?.families.includes(family)) {
    list.add(at, 'unknown_field', {
      given: id,
      values: fieldsFor(family)
        .map((each) => each.id)
        .join(', '),
    });
    return undefined;
  }
  if (event && !isAvailable(field, event)) list.add(at, 'field_not_on_event', { field: field.id, event: event.id });
  return field;
}

function checkOperator(
  field: FieldDefinition,
  id: unknown,
  path: string,
  list: IssueList,
): OperatorDefinition | undefined {
  const at = join(path, 'operator');
  if (!checkText(id, at, { min: 1, max: 100 }, list)) return undefined;
  const operator = operatorsFor(field).find((each) => each.id === id);
  if (!operator) {
    const values = operatorsFor(field).map((each) => each.id);
    list.add(at, 'unknown_operator', { given: id, field: field.id, values: values.join(', ') });
  }
  return operator;
}

function checkOperand(
  type: ValueType,
  operator: OperatorDefinition,
  value: unknown,
  path: string,
  list: IssueList,
): undefined {
  if (operator.operand === 'many') {
    checkList(value, path, { min: 1, max: LIMITS.valuesPerCondition }, list, (entry, at) =>
      checkOne(type, operator, entry, at, list),
    );
  } else if (operator.operand === 'pattern') checkPattern(value, operator.ignoresCase ?? false, path, list);
  else checkOne(type, operator, value, path, list);
}

function checkOne(
  type: ValueType,
  operator: OperatorDefinition,
  value: unknown,
  path: string,
  list: IssueList,
): undefined {
  switch (type.kind) {
    case 'integer':
      return checkInteger(value, path, type, list);
    case 'boolean':
      return checkBoolean(value, path, list);
    case 'choice':
    case 'state':
      if (checkText(value, path, { max: 100 }, list) && !type.options.includes(value)) {
        list.add(path, 'not_one_of', { values: type.options.join(', ') });
      }
      return;
    case 'text':
    case 'page_text':
      if (checkText(value, path, { max: LIMITS.valueLength }, list) && value === '' && !operator.allowsEmpty)
        list.add(path, 'empty_value');
      return;
    case 'language':
      if (checkText(value, path, { min: 1, max: 35 }, list) && !LANGUAGE.test(value))
        list.add(path, 'bad_format', { format: 'language' });
      return;
    case 'reference':
      checkText(value, path, { min: 1, max: 64 }, list);
      return;
    case 'set':
      checkText(value, path, { min: 1, max: LIMITS.tagLength }, list);
  }
}

function checkPattern(value: unknown, ignoreCase: boolean, path: string, list: IssueList): undefined {
  if (!checkText(value, path, { min: 1, max: LIMITS.valueLength }, list)) return;
  const compiled = compile(value, { ignoreCase });
  if (compiled.ok) return;
  const { reason, position, unsupported } = compiled.error;
  list.add(path, unsupported ? 'pattern_unsupported' : 'pattern', { reason, position });
}

/** BCP 47, as far as rules name languages: `fr`, `fr-CA`, `zh-Hant`. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;
