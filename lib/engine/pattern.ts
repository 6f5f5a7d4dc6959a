import type { Column } from './definition';
import { fold } from './fold';
import { isPlain, plainSearch, startsOfSearch, wordsOfSearch } from './plain-search';
import { compile, foldText } from './regex';
import type { FactValue } from './value';
import type { Judgement } from './verdict';

/** A judge of whole texts by a Python pattern. A malformed stored pattern is `malformed`, never "no match". */
export function fullMatch(pattern: string, options: { ignoreCase: boolean }): (actual: FactValue) => Judgement {
  const search = plainSearch(pattern, options);
  // A pattern that is a plain search is well formed; the exact matcher is made when a text needs it.
  let exact = search ? undefined : exactMatch(pattern, options);
  return (actual) => {
    const text = String(actual);
    if (search && isPlain(text)) return search(text);
    exact ??= exactMatch(pattern, options);
    return exact(text);
  };
}

function exactMatch(pattern: string, options: { ignoreCase: boolean }): (text: string) => Judgement {
  const compiled = compile(pattern, options);
  if (!compiled.ok) return () => 'malformed';
  return (text) => {
    const result = compiled.regex.test(text);
    return result === 'budget' ? 'regex_budget' : result;
  };
}

/** Literals of this length are rare enough; for shorter ones the whole pattern is looked at. */
const TELLING = 3;

/** The words that decide about a pattern, or the literals without which a text cannot match, if there are any. */
export function columnOf(pattern: string, { ignoreCase }: { ignoreCase: boolean }): Column | undefined {
  const folding = ignoreCase ? foldText : fold;
  const words = wordsOfSearch(pattern);
  if (words) return { by: 'words', fold: folding, anyOf: words, ignoreCase };
  const starts = startsOfSearch(pattern);
  if (starts.length > 0 && starts.every((start) => start.length >= TELLING)) {
    return { by: 'literals', fold: folding, anyOf: starts.map(folding) };
  }
  const compiled = compile(pattern, { ignoreCase });
  const needed = compiled.ok ? compiled.regex.requiredLiterals : null;
  if (!needed) return undefined;
  if (needed.folded) return { by: 'literals', fold: foldText, anyOf: needed.anyOf };
  return { by: 'literals', fold, anyOf: needed.anyOf.map(fold) };
}
