// The matcher's stack: each frame is six numbers (kind, position, two of its own, the marks' state), the instruction
// it belongs to and the loop it stands in. Its size is limited; past the limit matching answers 'budget'.

import type { LoopState } from './failure-memo';
import type { Marks } from './marks';
import type { Instruction } from './program';

export enum Frame {
  /** The next alternative. */
  Option,
  /** A greedy run, one character shorter. */
  RunShrink,
  /** A lazy run, one character longer. */
  RunGrow,
  LeaveLoop,
  StayInLoop,
  /** Nothing left to try here: remember that it failed. */
  Failed,
  /** Beginning of a look-around, an atomic group or a round of a possessive loop. */
  Barrier,
}

const FIELDS = 6;
const MAX_FRAMES = 2_000_000;

export class FrameStack {
  depth = 0;
  full = false;
  private numbers = new Int32Array(FIELDS * 64);
  private readonly instructions: Instruction[] = [];
  private readonly loops: (LoopState | undefined)[] = [];

  push(
    kind: Frame,
    at: Instruction,
    position: number,
    first: number,
    second: number,
    loop: LoopState | undefined,
    marks: Marks,
  ): void {
    const base = FIELDS * this.depth;
    if (base >= this.numbers.length) this.grow();
    this.numbers[base] = kind;
    this.numbers[base + 1] = position;
    this.numbers[base + 2] = first;
    this.numbers[base + 3] = second;
    this.numbers[base + 4] = marks.last;
    this.numbers[base + 5] = marks.height;
    this.instructions[this.depth] = at;
    this.loops[this.depth] = loop;
    this.depth++;
    if (this.depth >= MAX_FRAMES) this.full = true;
  }

  drop(): void {
    this.depth--;
    this.loops[this.depth] = undefined;
  }

  field(frame: number, index: number): number {
    return this.numbers[FIELDS * frame + index] ?? 0;
  }

  setPosition(frame: number, position: number): void {
    this.numbers[FIELDS * frame + 1] = position;
  }

  instruction(frame: number): Instruction | undefined {
    return this.instructions[frame];
  }

  loop(frame: number): LoopState | undefined {
    return this.loops[frame];
  }

  private grow(): void {
    const longer = new Int32Array(2 * this.numbers.length);
    longer.set(this.numbers);
    this.numbers = longer;
  }
}
