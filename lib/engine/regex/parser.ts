// Parser of CPython 3.11's regular expressions for str, with its errors at its positions. Inline global flags may
// only stand at the start, so flags are known while parsing and classes are resolved at once. Nesting is limited:
// CPython itself gives up somewhere above it, depending on the depth of its own stack.

import { type Ast, childrenOf, type Node, type RepeatMode, UNLIMITED } from './ast';
import { type ClassItem, literalSet } from './case-folding';
import { ALL_CHARS, CharSet } from './char-set';
import { PatternError } from './errors';
import { mergeAstral } from './merge-astral';
import { parseClass } from './parse-class';
import { parseEscape, wordSet } from './parse-escape';
import { caseMode, type Flags } from './parse-flags';
import { parseParenthesis } from './parse-group';
import { checkNesting, ParseState, type Scope } from './parse-state';
import { type PatternReader, pointOf, tokenLength } from './pattern-reader';
import { widthOf } from './width';

const NOT_NEWLINE = new CharSet([0, 9, 11, 0x10ffff]);

export function parse(pattern: string, ignoreCase: boolean): Ast {
  const flags: Flags = { ignoreCase, multiline: false, dotAll: false, verbose: false, ascii: false };
  const state = new ParseState(pattern, flags, { alternatives: parseAlternatives, sequence: parseSequence });
  const body = parseAlternatives(state, { flags: undefined, verbose: false, depth: 0 });
  if (state.typeFlags.has('a') && state.typeFlags.has('u')) {
    throw new PatternError('ASCII and UNICODE flags are incompatible', 0);
  }
  if (state.reader.next !== undefined) state.reader.fail('unbalanced parenthesis');
  for (const [group, position] of state.conditionPositions) {
    if (group >= state.groupCount) throw new PatternError(`invalid group reference ${group}`, position);
  }
  checkLookbehinds(body, state.widths);
  return { body, groups: state.groupCount - 1, names: state.names, widths: state.widths };
}

function parseAlternatives(state: ParseState, scope: Scope): Node[] {
  checkNesting(state, scope);
  const from = state.reader.tell();
  const options: Node[][] = [];
  do {
    options.push(parseSequence(state, scope, scope.depth === 0 && options.length === 0));
    if (scope.depth === 0) scope = { ...scope, verbose: state.flags.verbose };
  } while (state.reader.match('|'));
  if (options.length === 1) return options[0] ?? [];
  return mergeAstral(options, caseMode(scope.flags ?? state.flags)) ?? [{ kind: 'branch', options, from }];
}

function parseSequence(state: ParseState, scope: Scope, first: boolean): Node[] {
  const { reader } = state;
  const nodes: Node[] = [];
  let verbose = scope.verbose;
  for (;;) {
    const token = reader.next;
    if (token === undefined || token === '|' || token === ')') return nodes.flatMap(unwrap);
    const from = reader.tell();
    reader.get();
    if (verbose && skipVerbose(reader, token)) continue;
    if (isQuantifier(token)) parseQuantifier(state, token, from, nodes, scope);
    else if (token === '(') {
      const node = parseParenthesis(state, { ...scope, verbose }, from, first && nodes.length === 0);
      if (node) nodes.push(node);
      else verbose = scope.depth === 0 ? state.flags.verbose : verbose;
    } else nodes.push(parseAtom(state, token, from, scope.flags ?? state.flags));
  }
}

/** Groups that neither capture nor change flags dissolve into their surroundings. */
function unwrap(node: Node): Node[] {
  return node.kind === 'group' && node.group === null && !node.scoped ? node.body : [node];
}

function skipVerbose(reader: PatternReader, token: string): boolean {
  if (/^[ \t\n\r\v\f]$/.test(token)) return true;
  if (token !== '#') return false;
  for (;;) {
    const skipped = reader.get();
    if (skipped === undefined || skipped === '\n') return true;
  }
}

function parseAtom(state: ParseState, token: string, from: number, flags: Flags): Node {
  if (token === '.') return { kind: 'chars', set: flags.dotAll ? ALL_CHARS : NOT_NEWLINE, from };
  if (token === '^') return { kind: 'anchor', anchor: flags.multiline ? 'line_start' : 'text_start', from };
  if (token === '$') return { kind: 'anchor', anchor: flags.multiline ? 'line_end' : 'end_or_last_newline', from };
  if (token === '[') return parseClass(state.reader, flags);
  if (tokenLength(token) === 1) return literal(pointOf(token), flags, from);
  return escapeNode(state, token, from, flags);
}

function escapeNode(state: ParseState, token: string, from: number, flags: Flags): Node {
  const escaped = parseEscape(state.reader, token, flags);
  switch (escaped.kind) {
    case 'char':
      return literal(escaped.point, flags, from);
    case 'category':
      return { kind: 'chars', set: escaped.set, from, items: [escaped] };
    case 'anchor':
      return { kind: 'anchor', anchor: escaped.anchor, words: wordSet(flags), from };
    case 'reference':
      if (escaped.group >= state.groupCount) {
        state.reader.fail(`invalid group reference ${escaped.group}`, escaped.text.length - 1);
      }
      if (!state.isClosed(escaped.group)) state.reader.fail('cannot refer to an open group', escaped.text.length);
      state.checkLookbehind(escaped.group);
      return { kind: 'reference', group: escaped.group, compare: caseMode(flags), from };
  }
}

export function literal(point: number, flags: Flags, from: number): Node {
  const mode = caseMode(flags);
  const items: ClassItem[] = [{ kind: 'char', point }];
  return { kind: 'chars', set: literalSet(point, mode), from, items, literal: point, folded: mode !== 'exact' };
}

function isQuantifier(token: string): boolean {
  return token === '*' || token === '+' || token === '?' || token === '{';
}

function parseQuantifier(state: ParseState, token: string, from: number, nodes: Node[], scope: Scope): void {
  const { reader } = state;
  const bounds = parseBounds(reader, token);
  if (!bounds) {
    nodes.push(literal(pointOf('{'), scope.flags ?? state.flags, from));
    return;
  }
  const item = nodes.at(-1);
  if (!item || item.kind === 'anchor') throw new PatternError('nothing to repeat', from);
  if (item.kind === 'repeat') throw new PatternError('multiple repeat', from);
  const body = item.kind === 'group' && item.group === null && !item.scoped ? item.body : [item];
  const mode = repeatMode(reader);
  nodes[nodes.length - 1] = { kind: 'repeat', ...bounds, mode, body, from: item.from, at: from };
}

function repeatMode(reader: PatternReader): RepeatMode {
  if (reader.match('?')) return 'lazy';
  return reader.match('+') ? 'possessive' : 'greedy';
}

const DIGIT = /^[0-9]$/;

function parseBounds(reader: PatternReader, token: string): { min: number; max: number } | undefined {
  if (token === '?') return { min: 0, max: 1 };
  if (token !== '{') return { min: token === '+' ? 1 : 0, max: UNLIMITED };
  const here = reader.tell();
  if (reader.next === '}') return undefined;
  const low = reader.getWhile(Number.POSITIVE_INFINITY, DIGIT);
  const high = reader.match(',') ? reader.getWhile(Number.POSITIVE_INFINITY, DIGIT) : low;
  if (!reader.match('}')) {
    reader.seek(here);
    return undefined;
  }
  const min = low === '' ? 0 : Number(low);
  const max = high === '' ? UNLIMITED : Number(high);
  if (min >= UNLIMITED || (high !== '' && max >= UNLIMITED)) {
    throw new PatternError('the repetition number is too large', here);
  }
  if (max < min) throw new PatternError('min repeat greater than max repeat', here);
  return { min, max };
}

function checkLookbehinds(nodes: readonly Node[], widths: ParseState['widths']): void {
  for (const node of nodes) {
    if (node.kind === 'look' && node.behind) {
      const { min, max } = widthOf(node.body, widths);
      if (min > UNLIMITED) throw new PatternError('looks too much behind', node.from);
      if (min !== max) throw new PatternError('look-behind requires fixed-width pattern', node.from);
    }
    for (const child of childrenOf(node)) checkLookbehinds(child, widths);
  }
}
