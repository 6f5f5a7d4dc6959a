// Advice for patterns whose backtracking can explode elsewhere, as codes and places; the interface has the words.

import { childrenOf, type Node, type RepeatNode } from './ast';
import { NO_CHARS } from './char-set';
import { disjoint, firstOf } from './cost';

export type WarningCode = 'nested_quantifier' | 'ambiguous_alternation' | 'adjacent_overlapping_loops';

export interface RegexWarning {
  code: WarningCode;
  /** Position of the quantifier (or alternation) in code points. */
  position: number;
  /** Positions of the other part that is involved. */
  params: { other: number };
}

const MANY = 8;

export function findWarnings(nodes: readonly Node[]): RegexWarning[] {
  const out: RegexWarning[] = [];
  visit(nodes, undefined, out);
  return out.sort((a, b) => a.position - b.position);
}

function visit(nodes: readonly Node[], loop: RepeatNode | undefined, out: RegexWarning[]): void {
  adjacent(nodes, out);
  for (const [i, node] of nodes.entries()) {
    if (node.kind === 'branch' && loop && !disjoint(node.options, NO_CHARS)) {
      out.push({ code: 'ambiguous_alternation', position: node.from, params: { other: loop.at } });
    }
    if (node.kind === 'repeat' && loop && loops(node, 1) && ambiguous(nodes, i, loop)) {
      out.push({ code: 'nested_quantifier', position: loop.at, params: { other: node.at } });
    }
    const inner = node.kind === 'repeat' && loops(node, MANY) ? node : loop;
    for (const child of childrenOf(node)) visit(child, inner, out);
  }
}

/** The inner loop's characters may begin what follows it, or the next round of the outer loop. */
function ambiguous(nodes: readonly Node[], index: number, loop: RepeatNode): boolean {
  const node = nodes[index];
  if (!node) return false;
  const follow = firstOf(nodes.slice(index + 1), firstOf(loop.body, NO_CHARS));
  return firstOf([node], NO_CHARS).overlaps(follow);
}

function adjacent(nodes: readonly Node[], out: RegexWarning[]): void {
  for (const [i, node] of nodes.entries()) {
    if (node.kind !== 'repeat' || !loops(node, MANY)) continue;
    const own = firstOf(node.body, NO_CHARS);
    for (const next of nodes.slice(i + 1)) {
      if (next.kind === 'repeat' && loops(next, MANY) && firstOf(next.body, NO_CHARS).overlaps(own)) {
        out.push({ code: 'adjacent_overlapping_loops', position: node.at, params: { other: next.at } });
        break;
      }
      const optional = next.kind === 'anchor' || (next.kind === 'repeat' && next.min === 0);
      if (!optional) break;
    }
  }
}

function loops(node: RepeatNode, atLeast: number): boolean {
  return node.max > atLeast && node.max !== node.min && node.mode !== 'possessive';
}
