import { type Column, defineOperator } from '../definition';
import { fold } from '../fold';
import { columnOf, fullMatch } from '../pattern';
import type { Json } from '../value';

export const textOperators = [
  defineOperator({
    id: 'contains',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = fold(String(expected));
      return (actual) => fold(String(actual)).includes(needle);
    },
    column: substring,
  }),
  defineOperator({
    id: 'contains_case_sensitive',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = String(expected);
      return (actual) => String(actual).includes(needle);
    },
    column: exactSubstring,
  }),
  defineOperator({
    id: 'not_contains',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = fold(String(expected));
      return (actual) => !fold(String(actual)).includes(needle);
    },
    column: substring,
  }),
  defineOperator({
    id: 'regex',
    for: ['text'],
    operand: 'pattern',
    ignoresCase: true,
    compile: (expected) => fullMatch(String(expected), { ignoreCase: true }),
    column: (expected) => columnOf(String(expected), { ignoreCase: true }),
  }),
  defineOperator({
    id: 'regex_case_sensitive',
    for: ['text'],
    operand: 'pattern',
    compile: (expected) => fullMatch(String(expected), { ignoreCase: false }),
    column: (expected) => columnOf(String(expected), { ignoreCase: false }),
  }),
];

function substring(expected: Json): Column {
  return { by: 'substring', fold, folded: fold(String(expected)) };
}

/** Half a character is found inside a whole one, whose fold may have another half: then there is no column. */
function exactSubstring(expected: Json): Column | undefined {
  const exact = String(expected);
  return exact.isWellFormed() ? { by: 'substring', fold, folded: fold(exact), exact } : undefined;
}
