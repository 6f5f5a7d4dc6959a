import type { Parameter } from '../definition';
import { LIMITS } from '../limits';
import { actionOf, actionsFor } from '../registry';
import type { Family } from '../value';
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

/** The actions of a rule, in order; one that must be the last is. */
export function checkActions(family: Family, value: unknown, path: string, list: IssueList): undefined {
  const bounds = { min: 1, max: LIMITS.actionsPerRule };
  checkList(value, path, bounds, list, (action, at) => checkAction(family, action, at, list));
  if (!Array.isArray(value)) return;
  for (const [index, action] of value.slice(0, -1).entries()) {
    if (isRecord(action) && actionOf(family, String(action.action))?.last) {
      list.add(`${path}[${index}]`, 'must_be_last', { action: String(action.action) });
    }
  }
}

function checkAction(family: Family, value: unknown, path: string, list: IssueList): undefined {
  if (!isRecord(value)) return list.add(path, 'wrong_type', { expected: 'object' });
  const at = join(path, 'action');
  if (!checkText(value.action, at, { min: 1, max: 100 }, list)) return;
  const definition = actionOf(family, value.action);
  if (!definition) {
    return list.add(at, 'unknown_action', {
      given: value.action,
      values: actionsFor(family)
        .map(({ id }) => id)
        .join(', '),
    });
  }
  refuseUnknownKeys(value, ['action', ...definition.parameters.map(({ name }) => name)], path, list);
  for (const parameter of definition.parameters) {
    const given = value[parameter.name];
    if (given === undefined && parameter.optional) continue;
    checkParameter(parameter, given, join(path, parameter.name), list);
  }
}

function checkParameter(parameter: Parameter, value: unknown, path: string, list: IssueList): undefined {
  switch (parameter.kind) {
    case 'text':
    case 'offered':
      checkText(value, path, { min: 1, max: parameter.max }, list);
      return;
    case 'texts':
      return checkTexts(value, path, parameter.max, list);
    case 'integer':
      return checkInteger(value, path, parameter, list);
    case 'boolean':
      return checkBoolean(value, path, list);
    case 'choices':
      return checkList(value, path, { min: 0, max: parameter.options.length }, list, (entry, at) => {
        if (checkText(entry, at, { max: 100 }, list) && !parameter.options.includes(entry)) {
          list.add(at, 'not_one_of', { values: parameter.options.join(', ') });
        }
      });
    case 'tags':
      return checkList(value, path, { min: 1, max: LIMITS.tagsPerAction }, list, (entry, at) => {
        checkText(entry, at, { min: 1, max: LIMITS.tagLength }, list);
      });
    case 'lines':
      return checkList(value, path, { min: 1, max: parameter.max }, list, (entry, at) => {
        checkText(entry, at, { min: 1, max: parameter.each }, list);
      });
    case 'tag':
      checkText(value, path, { min: 1, max: LIMITS.tagLength }, list);
      return;
    case 'reference':
      checkText(value, path, { min: 1, max: 64 }, list);
      return;
    case 'email':
      if (checkText(value, path, { min: 1, max: 254 }, list) && !EMAIL.test(value))
        list.add(path, 'bad_format', { format: 'email' });
      return;
    case 'language':
      if (checkText(value, path, { min: 1, max: 35 }, list) && !LANGUAGE.test(value))
        list.add(path, 'bad_format', { format: 'language' });
  }
}

function checkTexts(value: unknown, path: string, max: number, list: IssueList): undefined {
  if (!isRecord(value)) return list.add(path, value === undefined ? 'required' : 'wrong_type', { expected: 'object' });
  const entries = Object.entries(value);
  if (entries.length > LIMITS.languagesPerText) list.add(path, 'too_many', { maximum: LIMITS.languagesPerText });
  for (const [language, text] of entries) {
    if (!LANGUAGE.test(language)) list.add(join(path, language.slice(0, 40)), 'bad_format', { format: 'language' });
    else checkText(text, join(path, language), { min: 1, max }, list);
  }
}

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Its form alone; whether somebody reads there, only a message tells. */
const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+$/;
