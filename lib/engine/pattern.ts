import { compile } from './regex';
import type { FactValue } from './value';
import type { Judgement } from './verdict';

/** A judge of whole texts by a Python pattern. A malformed stored pattern is `malformed`, never "no match". */
export function fullMatch(pattern: string, options: { ignoreCase: boolean }): (actual: FactValue) => Judgement {
  const compiled = compile(pattern, options);
  if (!compiled.ok) return () => 'malformed';
  return (actual) => {
    const result = compiled.regex.test(String(actual));
    return result === 'budget' ? 'regex_budget' : result;
  };
}
