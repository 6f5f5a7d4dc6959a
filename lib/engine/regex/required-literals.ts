// A literal that every matching text contains, so that one search over many literals can rule patterns out.

import type { Node } from './ast';
import { foldPoint } from './case-folding';

export interface RequiredLiterals {
  /** Every matching text contains at least one of these. */
  anyOf: string[];
  /** The literals are folded by `foldText`; look for them in the folded text. */
  folded: boolean;
}

interface Needs {
  options: string[];
  folded: boolean;
}

const MAX_OPTIONS = 32;

/** Undefined when nothing is sure to occur. Sound, not complete. */
export function requiredLiterals(body: readonly Node[]): RequiredLiterals | undefined {
  const best = needsOf(body);
  return best && { anyOf: [...new Set(best.options)], folded: best.folded };
}

function needsOf(nodes: readonly Node[]): Needs | undefined {
  let best: Needs | undefined;
  let run: number[] = [];
  let folded = false;
  const flush = (): void => {
    if (run.length > 0) best = better(best, { options: [text(run, folded)], folded });
    run = [];
    folded = false;
  };
  for (const node of flatten(nodes)) {
    if (node.kind === 'chars' && node.literal !== undefined && !surrogate(node.literal)) {
      run.push(node.literal);
      folded ||= node.folded === true && node.set.single === undefined;
      continue;
    }
    if (node.kind !== 'anchor') flush();
    best = better(best, nodeNeeds(node));
  }
  flush();
  return best;
}

/** Plain and capturing groups do not interrupt a run of literals. */
function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? flatten(node.body) : [node]));
}

function nodeNeeds(node: Node): Needs | undefined {
  if (node.kind === 'atomic') return needsOf(node.body);
  if (node.kind === 'repeat' && node.min > 0) return needsOf(node.body);
  if (node.kind === 'branch') return anyOption(node.options);
  return undefined;
}

function anyOption(options: readonly Node[][]): Needs | undefined {
  const all = options.map(needsOf);
  const known = all.filter((one) => one !== undefined);
  if (known.length < all.length) return undefined;
  const folded = known.some((one) => one.folded);
  const literals = known.flatMap((one) => one.options.map((option) => (folded ? text(points(option), true) : option)));
  return literals.length > MAX_OPTIONS ? undefined : { options: literals, folded };
}

function better(left: Needs | undefined, right: Needs | undefined): Needs | undefined {
  if (!left || !right) return left ?? right;
  return score(right) > score(left) ? right : left;
}

/** Long literals first, fewer of them when equally long. */
function score(needs: Needs): number {
  return Math.min(...needs.options.map((option) => option.length)) - needs.options.length / 100;
}

function text(run: readonly number[], folded: boolean): string {
  return run.map((point) => String.fromCodePoint(folded ? foldPoint(point) : point)).join('');
}

function points(literal: string): number[] {
  return Array.from(literal, (char) => char.codePointAt(0) ?? 0);
}

function surrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}
