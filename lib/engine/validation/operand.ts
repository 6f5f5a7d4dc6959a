/** Whether the value of a condition has the shape that operator and field take; one exact issue per mistake. */
import type { OperatorDefinition } from '../definition';
import { ELAPSED_UNITS, elapsedMinutes } from '../elapsed';
import { LIMITS } from '../limits';
import { compile } from '../regex';
import type { Json, ValueType } from '../value';
import {
  checkBoolean,
  checkInteger,
  checkList,
  checkText,
  type IssueList,
  isRecord,
  join,
  refuseUnknownKeys,
} from './issues';

export function checkOperand(
  type: ValueType,
  operator: OperatorDefinition,
  value: unknown,
  path: string,
  list: IssueList,
): undefined {
  if (type.kind === 'occurrence' || (type.kind === 'choice' && type.optional && isNothing(value)))
    return checkNoValue(operator, value, path, list);
  if (operator.operand === 'many' || (type.several && Array.isArray(value))) {
    checkList(value, path, { min: 1, max: LIMITS.valuesPerCondition }, list, (entry, at) =>
      checkOne(type, operator, entry, at, list),
    );
  } else if (operator.operand === 'pattern') checkPattern(value, operator.ignoresCase ?? false, path, list);
  else checkOne(type, operator, value, path, list);
}

/** Something that happens, whichever it is: that it does not happen is no condition. */
function checkNoValue(operator: OperatorDefinition, value: unknown, path: string, list: IssueList): undefined {
  if (!isNothing(value)) list.add(path, 'takes_no_value');
  else if (operator.negates) list.add(path, 'not_negatable');
}

const isNothing = (value: unknown) => value === undefined || value === null;

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
    case 'weekday':
      return checkInteger(value, path, { min: 0, max: 6 }, list);
    case 'boolean':
      return checkBoolean(value, path, list);
    case 'choice':
    case 'state':
      return checkChoice(type, value, path, list);
    case 'text':
    case 'page_text':
      if (checkText(value, path, { max: LIMITS.valueLength }, list) && value === '' && !operator.allowsEmpty)
        list.add(path, 'empty_value');
      return;
    case 'phrases':
      if (checkText(value, path, { max: LIMITS.valueLength }, list) && value.trim() === '')
        list.add(path, 'empty_value');
      return;
    case 'address':
      if (checkText(value, path, { min: 1, max: 254 }, list) && !ADDRESS.test(value.trim()))
        list.add(path, 'bad_format', { format: 'address_pattern' });
      return;
    case 'language':
      if (checkText(value, path, { min: 1, max: 35 }, list) && !LANGUAGE.test(value))
        list.add(path, 'bad_format', { format: 'language' });
      return;
    case 'reference':
      checkText(value, path, { min: 1, max: 64 }, list);
      return;
    case 'set':
    case 'added':
      checkText(value, path, { min: 1, max: LIMITS.tagLength }, list);
      return;
    case 'daytime':
      return checkRange(value, path, list);
    case 'elapsed':
      return checkElapsed(value, path, list);
    case 'occurrence':
  }
}

function checkChoice(
  type: Extract<ValueType, { kind: 'choice' | 'state' }>,
  value: unknown,
  path: string,
  list: IssueList,
): undefined {
  const open = type.kind === 'choice' && type.open;
  if (!checkText(value, path, { min: open ? 1 : 0, max: 100 }, list)) return;
  if (!open && !type.options.includes(value)) list.add(path, 'not_one_of', { values: type.options.join(', ') });
}

function checkRange(value: unknown, path: string, list: IssueList): undefined {
  if (value === undefined) return list.add(path, 'required');
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  refuseUnknownKeys(value, ['from', 'to'], path, list);
  const from = checkTime(value.from, join(path, 'from'), false, list);
  const end = join(path, 'to');
  const to = checkTime(value.to, end, true, list);
  if (from && to && value.from === value.to) list.add(end, 'same_time');
}

function checkTime(value: unknown, path: string, mayEnd: boolean, list: IssueList): boolean {
  if (!checkText(value, path, { min: 1, max: 5 }, list)) return false;
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) || (mayEnd && value === '24:00')) return true;
  list.add(path, 'bad_format', { format: 'time' });
  return false;
}

function checkElapsed(value: unknown, path: string, list: IssueList): undefined {
  if (value === undefined) return list.add(path, 'required');
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  refuseUnknownKeys(value, ['amount', 'unit'], path, list);
  const { min, max } = LIMITS.elapsedMinutes;
  const amount = join(path, 'amount');
  checkInteger(value.amount, amount, { min, max }, list);
  const at = join(path, 'unit');
  if (checkText(value.unit, at, { min: 1, max: 20 }, list) && !ELAPSED_UNITS.some((unit) => unit === value.unit))
    list.add(at, 'not_one_of', { values: ELAPSED_UNITS.join(', ') });
  // Its parts were checked above.
  const minutes = elapsedMinutes(value as { readonly [key: string]: Json });
  if (minutes !== undefined && minutes > max && Number(value.amount) <= max)
    list.add(amount, 'too_long_ago', { days: max / 1_440 });
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
/** An address, or all of a domain: `*@example.org`. */
const ADDRESS = /^(?:\*|[^\s@*]+)@[^\s@*]+$/;
