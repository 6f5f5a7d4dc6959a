// Character classes `[…]`. Members keep their order only as far as messages need it.

import type { Node } from './ast';
import { type ClassItem, classSet, literalSet } from './case-folding';
import { parseClassEscape } from './parse-escape';
import { caseMode, type Flags } from './parse-flags';
import { type PatternReader, pointOf, tokenLength } from './pattern-reader';

/** The reader stands behind the opening bracket. */
export function parseClass(reader: PatternReader, flags: Flags): Node {
  const from = reader.tell() - 1;
  const negate = reader.match('^');
  const items: ClassItem[] = [];
  for (;;) {
    const token = required(reader, from);
    if (token === ']' && items.length > 0) break;
    const first = member(reader, token, flags);
    if (!reader.match('-')) {
      items.push(first);
      continue;
    }
    const last = required(reader, from);
    if (last === ']') {
      items.push(first, { kind: 'char', point: 45 });
      break;
    }
    items.push(range(reader, [token, first], [last, member(reader, last, flags)]));
  }
  return classNode(items, negate, flags, from);
}

function required(reader: PatternReader, from: number): string {
  const token = reader.get();
  if (token === undefined) reader.fail('unterminated character set', reader.tell() - from);
  return token;
}

function member(reader: PatternReader, token: string, flags: Flags): ClassItem {
  if (tokenLength(token) === 1) return { kind: 'char', point: pointOf(token) };
  const escaped = parseClassEscape(reader, token, flags);
  // Anchors and references never come out of a class: their letters and digits are characters there.
  if (escaped.kind !== 'char' && escaped.kind !== 'category') reader.fail(`bad escape ${token}`, 2);
  return escaped;
}

function range(reader: PatternReader, [low, first]: [string, ClassItem], [high, last]: [string, ClassItem]): ClassItem {
  if (first.kind === 'char' && last.kind === 'char' && first.point <= last.point) {
    return { kind: 'range', low: first.point, high: last.point };
  }
  reader.fail(`bad character range ${low}-${high}`, tokenLength(low) + 1 + tokenLength(high));
}

function classNode(items: ClassItem[], negate: boolean, flags: Flags, from: number): Node {
  const mode = caseMode(flags);
  const [only] = items;
  // A class of one character is that character, which matters for case: see case-folding.
  if (only?.kind === 'char' && items.every((item) => item.kind === 'char' && item.point === only.point)) {
    const set = literalSet(only.point, mode);
    if (negate) return { kind: 'chars', set: set.complement(), from };
    return { kind: 'chars', set, from, items: [only], literal: only.point, folded: mode !== 'exact' };
  }
  return { kind: 'chars', set: classSet(items, negate, mode), from, ...(!negate && { items }) };
}
