// CPython turns alternatives of one character each, after taking out what they begin with alike, into a class. That
// changes nothing, except that a class of several members does not fold the case of characters above U+FFFF (see
// case-folding.ts). So it is done only where such a character stands under IGNORECASE.

import type { CharsNode, Node } from './ast';
import { type CaseMode, type ClassItem, classSet } from './case-folding';

/** What replaces the alternatives, or undefined when they stay. */
export function mergeAstral(options: readonly Node[][], mode: CaseMode): Node[] | undefined {
  if (mode === 'exact' || !options.some((option) => option.some(isAstral))) return undefined;
  const [first = []] = options;
  let shared = 0;
  while (options.every((option) => same(option[shared], first[shared]))) shared++;
  const members = options.map((option) => (option.length === shared + 1 ? membersOf(option[shared]) : undefined));
  const items = members.filter((one) => one !== undefined).flat();
  const from = first[0]?.from ?? 0;
  if (members.includes(undefined)) return undefined;
  return [...first.slice(0, shared), { kind: 'chars', set: classSet(items, false, mode), from, items }];
}

function isAstral(node: Node): boolean {
  return node.kind === 'chars' && node.items?.some((item) => item.kind === 'char' && item.point > 0xffff) === true;
}

function membersOf(node: Node | undefined): readonly ClassItem[] | undefined {
  return node?.kind === 'chars' ? node.items : undefined;
}

function same(left: Node | undefined, right: Node | undefined): boolean {
  if (!left || !right || left.kind !== right.kind) return false;
  if (left.kind === 'chars' && right.kind === 'chars') return sameChars(left, right);
  if (left.kind === 'anchor' && right.kind === 'anchor') return left.anchor === right.anchor;
  return left.kind === 'reference' && right.kind === 'reference' && left.group === right.group;
}

function sameChars(left: CharsNode, right: CharsNode): boolean {
  const spelling = (node: CharsNode): string => JSON.stringify([node.items, node.set.ranges]);
  return spelling(left) === spelling(right);
}
