import type { EventDefinition, FieldDefinition, OperatorDefinition } from '../definition';
import { fieldOf, fieldsFor, isAvailable, operatorOf, operatorsFor } from '../registry';
import type { Family } from '../value';
import { checkBoolean, checkText, type IssueList, isRecord, type JsonRecord, join, refuseUnknownKeys } from './issues';
import { checkOperand } from './operand';

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
  const beside = field.of !== undefined && field.within === undefined ? [field.of] : [];
  const switches = field.switches ?? [];
  refuseUnknownKeys(value, ['field', 'operator', 'value', ...beside, ...switches], path, list);
  for (const key of beside) checkText(value[key], join(path, key), { min: 1, max: 64 }, list);
  for (const name of switches) if (value[name] !== undefined) checkBoolean(value[name], join(path, name), list);
  const operator = checkOperator(field, value.operator, path, list);
  if (!operator) return;
  const at = join(path, 'value');
  if (field.of === undefined || field.within === undefined)
    return checkOperand(field.type, operator, value.value, at, list);
  checkInside(field.of, field.within, value.value, at, list, (inner, where) =>
    checkOperand(field.type, operator, inner, where, list),
  );
}

/** A value that holds both what the field is asked of and what it is compared with. */
function checkInside(
  of: string,
  within: string,
  value: unknown,
  path: string,
  list: IssueList,
  checkInner: (inner: unknown, path: string) => undefined,
): undefined {
  if (value === undefined) return list.add(path, 'required');
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  refuseUnknownKeys(value, [of, within], path, list);
  checkText(value[of], join(path, of), { min: 1, max: 64 }, list);
  checkInner(value[within], join(path, within));
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
  if (!operator && field.type.kind === 'occurrence' && operatorOf(id)?.negates) list.add(at, 'not_negatable');
  else if (!operator) {
    const values = operatorsFor(field).map((each) => each.id);
    list.add(at, 'unknown_operator', { given: id, field: field.id, values: values.join(', ') });
  }
  return operator;
}
