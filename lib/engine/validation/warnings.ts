import type { Parameter } from '../definition';
import { unknownPlaceholdersIn } from '../placeholder-text';
import { compile } from '../regex';
import { actionOf, operatorOf } from '../registry';
import { type Action, conditionsOf } from '../rule';
import type { Family } from '../value';
import type { RuleIssue } from './issues';
import type { RuleBodyInput } from './rule-body';

/** What is allowed and may surprise: slow patterns, words that look like misspelt placeholders. Same shape as issues. */
export function warningsOf(family: Family, { when, do: actions }: Pick<RuleBodyInput, 'when' | 'do'>): RuleIssue[] {
  const patterns = [...conditionsOf(when)].flatMap(({ condition, path }) => {
    const operator = operatorOf(condition.operator);
    if (operator?.operand !== 'pattern') return [];
    return patternWarnings(String(condition.value), operator.ignoresCase ?? false, `${path}.value`);
  });
  return [...patterns, ...actions.flatMap((action, index) => textWarnings(family, action, `do[${index}]`))];
}

function patternWarnings(pattern: string, ignoreCase: boolean, path: string): RuleIssue[] {
  const compiled = compile(pattern, { ignoreCase });
  if (!compiled.ok) return [];
  return compiled.regex.warnings.map(({ code, position }) => ({ path, code, params: { position } }));
}

function textWarnings(family: Family, action: Action, path: string): RuleIssue[] {
  return (actionOf(family, action.action)?.parameters ?? []).flatMap((parameter) =>
    textsIn(parameter, action[parameter.name]).flatMap(([suffix, text]) =>
      unknownPlaceholdersIn(text).map(({ name }) => ({
        path: `${path}.${parameter.name}${suffix}`,
        code: 'misspelt_placeholder',
        params: { name },
      })),
    ),
  );
}

/** The texts of a parameter that take placeholders, each with what its path ends in. */
function textsIn(parameter: Parameter, value: Action[string]): [string, string][] {
  if (parameter.kind === 'text' && parameter.placeholders && !parameter.liquid && typeof value === 'string')
    return [['', value]];
  if (parameter.kind !== 'texts' || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([language, text]) => [`.${language}`, String(text)]);
}
