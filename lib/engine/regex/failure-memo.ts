// Remembers from which (instruction, loop state, position) matching has already failed. Loop state is the chain of
// enclosing loops with their counts as far as they still matter, plus one bit per loop whose body may be empty:
// whether the iteration has consumed anything. Where a state has no small number, nothing is remembered.

import type { Instruction, Program } from './program';

/** One entered loop: how often its body has been done, and where CPython last began an optional iteration. */
export class LoopState {
  constructor(
    readonly outer: LoopState | undefined,
    readonly until: Instruction,
    readonly count: number,
    readonly last: number,
    /** Interned number of the chain without positions; -1 when there are too many. */
    readonly key: number,
    readonly nullables: number,
  ) {}
}

const MAX_KEYS = 1 << 20;
const MAX_WORDS = 1 << 24;
const MAX_NULLABLES = 6;

export class FailureMemo {
  private readonly tables = new Map<number, Uint32Array>();
  private readonly keys = new Map<number, number>();
  private readonly words: number;
  private spent = 0;

  constructor(
    private readonly program: Program,
    private readonly length: number,
  ) {
    this.words = (length >> 5) + 1;
  }

  enter(outer: LoopState | undefined, until: Instruction, count: number, last: number): LoopState {
    const nullables = (outer?.nullables ?? 0) + (until.nullable ? 1 : 0);
    return new LoopState(outer, until, count, last, this.keyOf(outer, until, count), nullables);
  }

  /** The table's number for this state, or -1 when it is not remembered. */
  slot(instruction: Instruction, loop: LoopState | undefined, position: number): number {
    if (instruction.memo < 0) return -1;
    if (!loop) return instruction.memo;
    if (loop.key < 0 || loop.nullables > MAX_NULLABLES) return -1;
    let bits = 0;
    if (loop.nullables > 0) {
      for (let at: LoopState | undefined = loop; at; at = at.outer) {
        if (at.until.nullable) bits = 2 * bits + (at.last === position ? 1 : 0);
      }
    }
    const slot = (loop.key * (1 << MAX_NULLABLES) + bits) * this.program.memoized + instruction.memo;
    return slot < 1 << 30 ? slot : -1;
  }

  failed(slot: number, position: number): boolean {
    const table = this.tables.get(slot);
    return table !== undefined && ((table[position >> 5] ?? 0) & (1 << (position & 31))) !== 0;
  }

  record(slot: number, position: number): void {
    let table = this.tables.get(slot);
    if (!table) {
      if (this.spent + this.words > MAX_WORDS) return;
      this.spent += this.words;
      table = new Uint32Array(this.words);
      this.tables.set(slot, table);
    }
    table[position >> 5] = (table[position >> 5] ?? 0) | (1 << (position & 31));
  }

  private keyOf(outer: LoopState | undefined, until: Instruction, count: number): number {
    const outerKey = outer?.key ?? 0;
    const unlimited = until.max === Number.POSITIVE_INFINITY || (!until.nullable && until.max > this.length);
    const relevant = unlimited ? Math.min(count, until.min) : count;
    if (outerKey < 0 || relevant > 1 << 21 || this.program.loops > 1 << 10) return -1;
    const name = (outerKey * (this.program.loops + 1) + until.number) * (1 << 22) + relevant;
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    if (this.keys.size >= MAX_KEYS) return -1;
    this.keys.set(name, this.keys.size + 1);
    return this.keys.size;
  }
}
