// Proves an upper bound for backtracking on a pattern, or says there is none. The bound is factor × n^degree.
// A loop has one way to end for each text when no character it could give back can begin what follows; otherwise
// its number of ends multiplies what comes after it. Bodies of loops must themselves have one way to match, so
// there are no nested ambiguous loops. Alternatives count as one way when their first characters differ.

import type { Node, RepeatNode } from './ast';
import { ALL_CHARS, type CharSet, NO_CHARS, union } from './char-set';

export interface Cost {
  factor: number;
  degree: number;
}

interface Analysis {
  /** Ways in which the nodes so far can have matched: factor × n^degree. */
  ways: Cost;
  cost: Cost;
}

interface First {
  set: CharSet;
  nullable: boolean;
}

const SMALL = 16;

/** Undefined when no polynomial bound was proved. */
export function backtrackingCost(body: readonly Node[]): Cost | undefined {
  const analysis = sequence(body, NO_CHARS);
  return analysis?.cost;
}

export function firstOf(nodes: readonly Node[], follow: CharSet): CharSet {
  const sets: CharSet[] = [];
  for (const node of nodes) {
    const first = firstOfNode(node);
    sets.push(first.set);
    if (!first.nullable) return union(...sets);
  }
  return union(follow, ...sets);
}

function sequence(nodes: readonly Node[], follow: CharSet): Analysis | undefined {
  let ways: Cost = { factor: 1, degree: 0 };
  let cost: Cost = { factor: 1, degree: 0 };
  for (const [i, node] of nodes.entries()) {
    const one = analyse(node, firstOf(nodes.slice(i + 1), follow));
    if (!one) return undefined;
    cost = sum(cost, times(ways, one.cost));
    ways = times(ways, one.ways);
  }
  return { ways, cost };
}

function analyse(node: Node, follow: CharSet): Analysis | undefined {
  const single: Analysis = { ways: { factor: 1, degree: 0 }, cost: { factor: 1, degree: 0 } };
  switch (node.kind) {
    case 'group':
      return sequence(node.body, follow);
    case 'branch':
      return branch(node.options, follow);
    case 'repeat':
      return repeat(node, follow);
    case 'look': {
      const inner = sequence(node.body, NO_CHARS);
      return inner && { ways: single.ways, cost: inner.cost };
    }
    case 'reference':
      return { ways: single.ways, cost: { factor: 1, degree: 1 } };
    case 'atomic':
    case 'conditional':
      return undefined;
    default:
      return single;
  }
}

function branch(options: readonly Node[][], follow: CharSet): Analysis | undefined {
  const all: Analysis[] = [];
  for (const option of options) {
    const one = sequence(option, follow);
    if (!one) return undefined;
    all.push(one);
  }
  const cost = all.map((one) => one.cost).reduce(sum);
  const ways = all.map((one) => one.ways);
  return { cost, ways: disjoint(options, follow) ? ways.reduce(larger) : ways.reduce(sum) };
}

export function disjoint(options: readonly Node[][], follow: CharSet): boolean {
  let seen = NO_CHARS;
  for (const option of options) {
    const first = firstOf(option, follow);
    if (first.overlaps(seen)) return false;
    seen = union(seen, first);
  }
  return options.filter((option) => option.every((node) => firstOfNode(node).nullable)).length <= 1;
}

function repeat(node: RepeatNode, follow: CharSet): Analysis | undefined {
  const own = firstOf(node.body, NO_CHARS);
  const body = sequence(node.body, union(own, follow));
  if (!body || body.ways.factor > 1 || body.ways.degree > 0) return undefined;
  const small = node.max <= SMALL;
  const rounds: Cost = small ? { factor: Math.max(1, node.max), degree: 0 } : { factor: 1, degree: 1 };
  const ends = small ? { factor: node.max - node.min + 1, degree: 0 } : rounds;
  const cost = small || body.cost.degree === 0 ? times(rounds, body.cost) : body.cost;
  if (!small && body.cost.degree > 1) return undefined;
  const ways = node.max !== node.min && own.overlaps(follow) ? ends : { factor: 1, degree: 0 };
  return { ways, cost };
}

function firstOfNode(node: Node): First {
  switch (node.kind) {
    case 'chars':
      return { set: node.set, nullable: false };
    case 'anchor':
      return { set: NO_CHARS, nullable: true };
    case 'group':
    case 'atomic':
      return firstOfBody(node.body);
    case 'branch': {
      const all = node.options.map(firstOfBody);
      return { set: union(...all.map((one) => one.set)), nullable: all.some((one) => one.nullable) };
    }
    case 'repeat': {
      const body = firstOfBody(node.body);
      return { set: body.set, nullable: body.nullable || node.min === 0 };
    }
    case 'never':
      return { set: NO_CHARS, nullable: false };
    // Look-arounds cost time wherever they are tried, references may begin with anything.
    default:
      return { set: ALL_CHARS, nullable: true };
  }
}

function firstOfBody(body: readonly Node[]): First {
  return { set: firstOf(body, NO_CHARS), nullable: body.every((node) => firstOfNode(node).nullable) };
}

function times(left: Cost, right: Cost): Cost {
  return { factor: left.factor * right.factor, degree: left.degree + right.degree };
}

function sum(left: Cost, right: Cost): Cost {
  const [high, low] = left.degree >= right.degree ? [left, right] : [right, left];
  // A term of lower degree still counts where its factor is the larger one, as on short texts.
  return { factor: high.factor + (high.degree === low.degree ? low.factor : low.factor - 1), degree: high.degree };
}

function larger(left: Cost, right: Cost): Cost {
  return { factor: Math.max(left.factor, right.factor), degree: Math.max(left.degree, right.degree) };
}
