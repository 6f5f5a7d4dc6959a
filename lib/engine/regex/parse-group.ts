// Everything that begins with a parenthesis.

import type { Node } from './ast';
import { pythonRepr } from './errors';
import { caseMode, type FlagChange, type Flags, isFlag, parseFlags } from './parse-flags';
import { checkNesting, type ParseState, redefinition, type Scope } from './parse-state';
import { type PatternReader, tokenLength } from './pattern-reader';
import { digitValue, spaceChars } from './unicode';
import { widthOf } from './width';

/** The reader stands behind the parenthesis at `from`. Undefined when nothing is left to match (comment, flags). */
export function parseParenthesis(state: ParseState, scope: Scope, from: number, first: boolean): Node | undefined {
  const reader: PatternReader = state.reader;
  if (!reader.match('?')) return captureGroup(state, scope, from, undefined);
  const char = reader.get();
  switch (char) {
    case undefined:
      return reader.fail('unexpected end of pattern');
    case 'P':
      return pythonExtension(state, scope, from);
    case ':':
      return plainGroup(state, scope, from, {});
    case '#':
      return comment(state, from);
    case '=':
    case '!':
      return look(state, scope, from, char, false);
    case '<': {
      const next = reader.get();
      if (next === undefined) reader.fail('unexpected end of pattern');
      if (next !== '=' && next !== '!') reader.fail(`unknown extension ?<${next}`, tokenLength(next) + 2);
      return look(state, scope, from, next, true);
    }
    case '(':
      return conditional(state, scope, from);
    case '>': {
      const body = contents(state, scope, from);
      return { kind: 'atomic', body, from };
    }
  }
  if (char !== '-' && !isFlag(char)) reader.fail(`unknown extension ?${char}`, tokenLength(char) + 1);
  return flagged(state, scope, from, char, first);
}

function contents(state: ParseState, scope: Scope, from: number): Node[] {
  const body = state.grammar.alternatives(state, { ...scope, depth: scope.depth + 1 });
  close(state, from);
  return body;
}

function close(state: ParseState, from: number): void {
  const reader: PatternReader = state.reader;
  if (!reader.match(')')) reader.fail('missing ), unterminated subpattern', reader.tell() - from);
}

function captureGroup(state: ParseState, scope: Scope, from: number, name: string | undefined): Node {
  const group = state.groupCount;
  if (name !== undefined) {
    const was = state.names.get(name);
    if (was !== undefined) state.reader.fail(redefinition(name, group, was), Array.from(name).length + 1);
    state.names.set(name, group);
  }
  state.widths.push(undefined);
  const body = contents(state, scope, from);
  state.widths[group] = widthOf(body, state.widths);
  return { kind: 'group', group, scoped: false, body, from };
}

function plainGroup(state: ParseState, scope: Scope, from: number, change: FlagChange): Node {
  const flags: Flags = { ...(scope.flags ?? state.flags), ...change };
  const scoped = Object.keys(change).length > 0;
  const verbose = change.verbose ?? scope.verbose;
  const body = contents(state, { ...scope, flags, verbose }, from);
  return { kind: 'group', group: null, scoped, body, from };
}

function flagged(state: ParseState, scope: Scope, from: number, char: string, first: boolean): Node | undefined {
  const reader: PatternReader = state.reader;
  const parsed = parseFlags(reader, char);
  if (!parsed.global) return plainGroup(state, scope, from, parsed.change);
  if (!first) reader.fail('global flags not at the start of the expression', reader.tell() - from);
  for (const type of parsed.types) state.typeFlags.add(type);
  state.flags = { ...state.flags, ...parsed.change };
  return undefined;
}

function comment(state: ParseState, from: number): undefined {
  const reader: PatternReader = state.reader;
  for (;;) {
    if (reader.next === undefined) reader.fail('missing ), unterminated comment', reader.tell() - from);
    if (reader.get() === ')') return undefined;
  }
}

function pythonExtension(state: ParseState, scope: Scope, from: number): Node {
  const reader: PatternReader = state.reader;
  if (reader.match('<')) {
    const name = reader.getUntil('>', 'group name');
    reader.checkGroupName(name);
    return captureGroup(state, scope, from, name);
  }
  if (reader.match('=')) return namedReference(state, scope, from);
  const char = reader.get();
  if (char === undefined) reader.fail('unexpected end of pattern');
  reader.fail(`unknown extension ?P${char}`, tokenLength(char) + 2);
}

function namedReference(state: ParseState, scope: Scope, from: number): Node {
  const reader: PatternReader = state.reader;
  const name = reader.getUntil(')', 'group name');
  reader.checkGroupName(name);
  const back = Array.from(name).length + 1;
  const group = state.names.get(name);
  if (group === undefined) reader.fail(`unknown group name ${pythonRepr(name)}`, back);
  if (!state.isClosed(group)) reader.fail('cannot refer to an open group', back);
  state.checkLookbehind(group);
  return { kind: 'reference', group, compare: caseMode(scope.flags ?? state.flags), from };
}

function look(state: ParseState, scope: Scope, from: number, char: string, behind: boolean): Node {
  const outermost = behind && state.lookbehindGroups === undefined;
  if (outermost) state.lookbehindGroups = state.groupCount;
  const body = state.grammar.alternatives(state, { ...scope, depth: scope.depth + 1 });
  if (outermost) state.lookbehindGroups = undefined;
  close(state, from);
  if (char === '!' && body.length === 0) return { kind: 'never', from };
  return { kind: 'look', behind, negate: char === '!', body, from };
}

function conditional(state: ParseState, scope: Scope, from: number): Node {
  const reader: PatternReader = state.reader;
  const group = conditionGroup(state);
  state.checkLookbehind(group);
  const inner = { ...scope, depth: scope.depth + 1 };
  checkNesting(state, inner);
  const yes = state.grammar.sequence(state, inner, false);
  const no = reader.match('|') ? state.grammar.sequence(state, inner, false) : [];
  if (reader.next === '|') reader.fail('conditional backref with more than two branches');
  close(state, from);
  return { kind: 'conditional', group, yes, no, from };
}

function conditionGroup(state: ParseState): number {
  const reader: PatternReader = state.reader;
  const name = reader.getUntil(')', 'group name');
  const points = Array.from(name, (char) => char.codePointAt(0) ?? 0);
  const back = points.length + 1;
  const number = pythonInteger(points);
  if (number === undefined) {
    reader.checkGroupName(name);
    const group = state.names.get(name);
    if (group === undefined) reader.fail(`unknown group name ${pythonRepr(name)}`, back);
    return group;
  }
  if (number === 0) reader.fail('bad group number', back);
  if (number >= 2147483647 / 2) reader.fail(`invalid group reference ${number}`, back);
  if (!state.conditionPositions.has(number)) state.conditionPositions.set(number, reader.tell() - back);
  return number;
}

/** Non-negative value of what Python's `int()` reads: spaces around, a sign, digits of any script, underscores. */
function pythonInteger(points: readonly number[]): number | undefined {
  let list = points;
  while (list.length > 0 && spaceChars().has(list[0] ?? 0)) list = list.slice(1);
  while (list.length > 0 && spaceChars().has(list.at(-1) ?? 0)) list = list.slice(0, -1);
  const signed = list[0] === 43 || list[0] === 45;
  const digits = (signed ? list.slice(1) : list).map((point) => (point === 95 ? '_' : (digitValue(point) ?? 'x')));
  const text = digits.join('');
  if (!/^[0-9]+(_[0-9]+)*$/.test(text)) return undefined;
  const value = Number(text.replaceAll('_', ''));
  return list[0] === 45 && value > 0 ? undefined : value;
}
