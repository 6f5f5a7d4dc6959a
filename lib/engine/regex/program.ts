// Turns the parsed pattern into a graph of instructions for the matcher. All instructions have one shape, so the
// matcher's dispatch stays fast. `next` is what follows; bodies end in an `*_end` instruction of their own.

import { type Ast, capturesIn, type Node, type RepeatNode, simpleChars, UNLIMITED } from './ast';
import { type CharSet, NO_CHARS } from './char-set';
import { toLower } from './unicode';
import { widthOf } from './width';

export enum Op {
  Chars,
  Anchor,
  Mark,
  Branch,
  RunGreedy,
  RunLazy,
  RunPossessive,
  Loop,
  UntilGreedy,
  UntilLazy,
  Possessive,
  PossessiveEnd,
  Atomic,
  AtomicEnd,
  Look,
  LookEnd,
  Reference,
  Conditional,
  Never,
  Match,
}

export class Instruction {
  next: Instruction | undefined;
  body: Instruction | undefined;
  other: Instruction | undefined;
  options: Instruction[] = [];
  set: CharSet = NO_CHARS;
  min = 0;
  max = 0;
  /** Group, mark or anchor number, or width of a look-behind (-1: look-ahead). */
  number = 0;
  negate = false;
  lower: (point: number) => number = identity;
  /** Inside of a general loop: what is tried here keeps a copy of the marks, as CPython does. */
  inLoop = false;
  /** Loops whose body may match nothing: the memo tells apart whether the iteration has progressed. */
  nullable = false;
  /** Failing here leaves marks behind that may show later: never skipped by the memo, always restored in full. */
  fragile = false;
  /** Number in the failure memo, or -1 when failing here may depend on captures. */
  memo = -1;

  constructor(readonly op: Op) {}
}

export interface Program {
  start: Instruction;
  groups: number;
  memoized: number;
  loops: number;
}

export const ANCHORS = [
  'text_start',
  'text_end',
  'end_or_last_newline',
  'line_start',
  'line_end',
  'boundary',
  'not_boundary',
] as const;

export function assemble(ast: Ast): Program {
  const builder = new Builder(ast);
  const start = builder.sequence(ast.body, new Instruction(Op.Match), false);
  const memoized = numberMemo(builder.instructions);
  return { start, groups: ast.groups, memoized, loops: builder.loops };
}

class Builder {
  readonly instructions: Instruction[] = [];
  loops = 0;
  /** Inside of a possessive loop with captures, see `numberMemo`. */
  private fragile = false;

  constructor(private readonly ast: Ast) {}

  sequence(nodes: readonly Node[], next: Instruction, inLoop: boolean): Instruction {
    return nodes.reduceRight((following, node) => this.node(node, following, inLoop), next);
  }

  private make(op: Op, next: Instruction | undefined, inLoop: boolean): Instruction {
    const instruction = new Instruction(op);
    instruction.next = next;
    instruction.inLoop = inLoop;
    instruction.fragile = this.fragile;
    this.instructions.push(instruction);
    return instruction;
  }

  private node(node: Node, next: Instruction, inLoop: boolean): Instruction {
    switch (node.kind) {
      case 'chars':
        return Object.assign(this.make(Op.Chars, next, inLoop), { set: node.set });
      case 'anchor': {
        const number = ANCHORS.indexOf(node.anchor);
        return Object.assign(this.make(Op.Anchor, next, inLoop), { number, set: node.words ?? NO_CHARS });
      }
      case 'group':
        return this.group(node.group, node.body, next, inLoop);
      case 'branch': {
        const options = node.options.map((option) => this.sequence(option, next, inLoop));
        return Object.assign(this.make(Op.Branch, undefined, inLoop), { options });
      }
      case 'repeat':
        return this.repeat(node, next, inLoop);
      case 'atomic': {
        const body = this.sequence(node.body, this.make(Op.AtomicEnd, undefined, inLoop), inLoop);
        return Object.assign(this.make(Op.Atomic, next, inLoop), { body });
      }
      case 'look': {
        const body = this.sequence(node.body, this.make(Op.LookEnd, undefined, inLoop), inLoop);
        const number = node.behind ? widthOf(node.body, this.ast.widths).min : -1;
        return Object.assign(this.make(Op.Look, next, inLoop), { body, number, negate: node.negate });
      }
      case 'reference': {
        const lower = { exact: identity, unicode: toLower, ascii: asciiLower }[node.compare];
        return Object.assign(this.make(Op.Reference, next, inLoop), { number: node.group, lower });
      }
      case 'conditional': {
        const body = this.sequence(node.yes, next, inLoop);
        const other = this.sequence(node.no, next, inLoop);
        return Object.assign(this.make(Op.Conditional, undefined, inLoop), { number: node.group, body, other });
      }
      case 'never':
        return this.make(Op.Never, undefined, inLoop);
    }
  }

  private group(group: number | null, body: Node[], next: Instruction, inLoop: boolean): Instruction {
    if (group === null) return this.sequence(body, next, inLoop);
    const close = Object.assign(this.make(Op.Mark, next, inLoop), { number: 2 * group - 1 });
    const inner = this.sequence(body, close, inLoop);
    return Object.assign(this.make(Op.Mark, inner, inLoop), { number: 2 * group - 2 });
  }

  private repeat(node: RepeatNode, next: Instruction, inLoop: boolean): Instruction {
    const max = node.max === UNLIMITED ? Number.POSITIVE_INFINITY : node.max;
    const set = simpleChars(node.body);
    if (set) {
      const op = { greedy: Op.RunGreedy, lazy: Op.RunLazy, possessive: Op.RunPossessive }[node.mode];
      return Object.assign(this.make(op, next, inLoop), { set, min: node.min, max });
    }
    if (node.mode === 'possessive') {
      // CPython 3.11 does not count a possessive loop as a loop where it decides whether to keep the marks.
      const outer = this.fragile;
      this.fragile ||= capturesIn(node.body);
      const body = this.sequence(node.body, this.make(Op.PossessiveEnd, undefined, inLoop), inLoop);
      this.fragile = outer;
      return Object.assign(this.make(Op.Possessive, next, inLoop), { body, min: node.min, max });
    }
    const until = this.make(node.mode === 'lazy' ? Op.UntilLazy : Op.UntilGreedy, next, inLoop);
    const nullable = widthOf(node.body, this.ast.widths).min === 0;
    Object.assign(until, { min: node.min, max, number: ++this.loops, nullable });
    until.body = this.sequence(node.body, until, true);
    return Object.assign(this.make(Op.Loop, undefined, inLoop), { body: until });
  }
}

const CHOICES = new Set([
  Op.Branch,
  Op.RunGreedy,
  Op.RunLazy,
  Op.UntilGreedy,
  Op.UntilLazy,
  Op.Possessive,
  Op.Atomic,
  Op.Look,
]);

/**
 * Numbers the choices from which no back-reference or conditional can be reached. Left out are also bodies of
 * possessive loops with captures: what a failed try wrote into the marks there survives into the next iteration.
 */
function numberMemo(instructions: readonly Instruction[]): number {
  const tainted = taintedBy(instructions);
  let count = 0;
  for (const instruction of instructions) {
    if (CHOICES.has(instruction.op) && !tainted.has(instruction) && !instruction.fragile) {
      instruction.memo = count++;
    }
  }
  return count;
}

function taintedBy(instructions: readonly Instruction[]): Set<Instruction> {
  const before = new Map<Instruction, Instruction[]>();
  for (const from of instructions) {
    for (const to of [from.next, from.body, from.other, ...from.options]) {
      if (to) before.set(to, [...(before.get(to) ?? []), from]);
    }
  }
  const tainted = new Set(instructions.filter((one) => one.op === Op.Reference || one.op === Op.Conditional));
  const queue = [...tainted];
  for (let one = queue.pop(); one; one = queue.pop()) {
    for (const earlier of before.get(one) ?? []) {
      if (!tainted.has(earlier)) {
        tainted.add(earlier);
        queue.push(earlier);
      }
    }
  }
  return tainted;
}

function identity(point: number): number {
  return point;
}

function asciiLower(point: number): number {
  return point >= 65 && point <= 90 ? point + 32 : point;
}
