import { defineOperator } from '../definition';
import { fold } from '../fold';
import { fullMatch } from '../pattern';

export const textOperators = [
  defineOperator({
    id: 'contains',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = fold(String(expected));
      return (actual) => fold(String(actual)).includes(needle);
    },
  }),
  defineOperator({
    id: 'contains_case_sensitive',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = String(expected);
      return (actual) => String(actual).includes(needle);
    },
  }),
  defineOperator({
    id: 'not_contains',
    for: ['text'],
    operand: 'one',
    compile: (expected) => {
      const needle = fold(String(expected));
      return (actual) => !fold(String(actual)).includes(needle);
    },
  }),
  defineOperator({
    id: 'regex',
    for: ['text'],
    operand: 'pattern',
    ignoresCase: true,
    compile: (expected) => fullMatch(String(expected), { ignoreCase: true }),
  }),
  defineOperator({
    id: 'regex_case_sensitive',
    for: ['text'],
    operand: 'pattern',
    compile: (expected) => fullMatch(String(expected), { ignoreCase: false }),
  }),
];
