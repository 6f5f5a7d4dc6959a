// The parsed pattern. Flags are already resolved: every character, class and dot is a set of code points, every
// anchor says which of Python's variants it is. Positions count code points in the pattern, as Python does.

import type { CaseMode, ClassItem } from './case-folding';
import type { CharSet } from './char-set';

export type Anchor =
  | 'text_start'
  | 'text_end'
  | 'end_or_last_newline'
  | 'line_start'
  | 'line_end'
  | 'boundary'
  | 'not_boundary';

export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

export type Node =
  | CharsNode
  | { kind: 'anchor'; anchor: Anchor; words?: CharSet; from: number }
  | { kind: 'group'; group: number | null; scoped: boolean; body: Node[]; from: number }
  | { kind: 'branch'; options: Node[][]; from: number }
  | { kind: 'repeat'; min: number; max: number; mode: RepeatMode; body: Node[]; from: number; at: number }
  | { kind: 'atomic'; body: Node[]; from: number }
  | { kind: 'look'; behind: boolean; negate: boolean; body: Node[]; from: number }
  | { kind: 'reference'; group: number; compare: CaseMode; from: number }
  | { kind: 'conditional'; group: number; yes: Node[]; no: Node[]; from: number }
  | { kind: 'never'; from: number };

/** One character. `items` is what a positive class or literal was written as, until case is folded. */
export interface CharsNode {
  kind: 'chars';
  set: CharSet;
  from: number;
  items?: readonly ClassItem[];
  literal?: number;
  folded?: boolean;
}

export type RepeatNode = Extract<Node, { kind: 'repeat' }>;

export interface Ast {
  body: Node[];
  /** Capturing groups, the whole match not counted. */
  groups: number;
  names: Map<string, number>;
  /** Width of each group's text by number, for back-references. */
  widths: readonly (Width | undefined)[];
}

export interface Width {
  min: number;
  max: number;
}

/** CPython's "no upper limit". */
export const UNLIMITED = 4294967295;

export function capturesIn(nodes: readonly Node[]): boolean {
  return nodes.some((node) => (node.kind === 'group' && node.group !== null) || childrenOf(node).some(capturesIn));
}

export function childrenOf(node: Node): Node[][] {
  if (node.kind === 'branch') return node.options;
  if (node.kind === 'conditional') return [node.yes, node.no];
  return 'body' in node ? [node.body] : [];
}

/** The only node of a sequence when it matches exactly one character and captures nothing. */
export function simpleChars(body: readonly Node[]): CharSet | undefined {
  const [only] = body;
  if (body.length !== 1 || !only) return undefined;
  if (only.kind === 'chars') return only.set;
  return only.kind === 'group' && only.group === null ? simpleChars(only.body) : undefined;
}
