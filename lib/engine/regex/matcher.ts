// The backtracking matcher. It explores in CPython's order with CPython's rules for empty iterations and captures.
// What is still to try lies on an explicit stack (frame-stack.ts), so the call stack never grows. A barrier frame marks where a look-around, an atomic group or
// one iteration of a possessive loop began: reaching the end of such a body drops every frame above its barrier.
// Every step costs one from the budget. Whatever has failed once is not tried again (failure-memo.ts).

import { anchored } from './anchors';
import { FailureMemo, type LoopState } from './failure-memo';
import { Frame, FrameStack } from './frame-stack';
import { Marks } from './marks';
import { type Instruction, Op, type Program } from './program';

export type Outcome =
  | { kind: 'match'; spans: ([number, number] | undefined)[] }
  | { kind: 'no_match' }
  | { kind: 'budget' };

/** `text` holds code points. Spans count code points. */
export function runMatcher(program: Program, text: Uint32Array, budget: number): Outcome {
  return new Matcher(program, text, budget).run();
}

class Matcher {
  private readonly stack = new FrameStack();
  private readonly marks: Marks;
  private readonly memo: FailureMemo;
  private position = 0;
  private loop: LoopState | undefined;

  constructor(
    private readonly program: Program,
    private readonly text: Uint32Array,
    private budget: number,
  ) {
    this.marks = new Marks(program.groups);
    this.memo = new FailureMemo(program, text.length);
  }

  run(): Outcome {
    let at: Instruction | undefined = this.program.start;
    while (at) {
      if (--this.budget < 0 || this.stack.full) return { kind: 'budget' };
      if (at.op === Op.Match && this.position === this.text.length) return this.success();
      at = this.step(at) ?? this.backtrack();
    }
    return this.budget < 0 || this.stack.full ? { kind: 'budget' } : { kind: 'no_match' };
  }

  private success(): Outcome {
    const spans: ([number, number] | undefined)[] = [[0, this.text.length]];
    for (let group = 1; group <= this.program.groups; group++) spans.push(this.marks.span(group));
    return { kind: 'match', spans };
  }

  /** Does one instruction; what comes next, or undefined when it failed. */
  private step(at: Instruction): Instruction | undefined {
    switch (at.op) {
      case Op.Chars:
        if (this.position >= this.text.length || !at.set.has(this.point(this.position))) return undefined;
        this.position++;
        return at.next;
      case Op.Anchor:
        return anchored(at, this.text, this.position) ? at.next : undefined;
      case Op.Mark:
        this.marks.set(at.number, this.position);
        return at.next;
      case Op.Branch:
        return this.known(at) ? undefined : this.option(at, 0);
      case Op.RunGreedy:
        return this.runGreedy(at);
      case Op.RunLazy:
        return this.runLazy(at);
      case Op.RunPossessive: {
        const end = this.scan(at, this.position, at.max, -1);
        if (end - this.position < at.min) return undefined;
        this.position = end;
        return at.next;
      }
      case Op.Loop:
        if (!at.body) return undefined;
        this.loop = this.memo.enter(this.loop, at.body, -1, -1);
        return at.body;
      case Op.UntilGreedy:
      case Op.UntilLazy:
        return this.until(at);
      case Op.Possessive:
      case Op.Atomic:
      case Op.Look:
        return this.known(at) ? undefined : this.enterBody(at);
      case Op.PossessiveEnd:
      case Op.AtomicEnd:
      case Op.LookEnd:
        return this.leaveBody();
      case Op.Reference:
        return this.reference(at) ? at.next : undefined;
      case Op.Conditional:
        return this.marks.span(at.number) ? at.body : at.other;
      default:
        return undefined;
    }
  }

  /** True when failing here is known already; otherwise leaves a frame that records it. */
  private known(at: Instruction): boolean {
    const slot = this.memo.slot(at, this.loop, this.position);
    if (slot < 0) return false;
    if (this.memo.failed(slot, this.position)) return true;
    this.push(Frame.Failed, at, this.position, slot, 0);
    return false;
  }

  private option(at: Instruction, index: number): Instruction | undefined {
    const more = index + 1 < at.options.length || (at.fragile && index < at.options.length);
    if (more) this.push(Frame.Option, at, this.position, index + 1, 0);
    return at.options[index];
  }

  /** First position from `from` that the run cannot pass, at most `limit` further, or where failing is known. */
  private scan(at: Instruction, from: number, limit: number, slot: number): number {
    const { text } = this;
    const end = Math.min(text.length, from + limit);
    let position = from;
    while (position < end && at.set.has(text[position] ?? 0)) {
      position++;
      if (slot >= 0 && this.memo.failed(slot, position)) break;
    }
    this.budget -= (position - from) >> 2;
    return position;
  }

  private runGreedy(at: Instruction): Instruction | undefined {
    const from = this.position;
    const floor = from + at.min;
    if (at.min > 0 && this.scan(at, from, at.min, -1) < floor) return undefined;
    const slot = this.runSlot(at, floor);
    if (slot >= 0 && this.memo.failed(slot, floor)) return undefined;
    const end = this.scan(at, floor, at.max - at.min, slot);
    const blocked = slot >= 0 && end > floor && this.memo.failed(slot, end);
    return this.shrink(at, floor, blocked ? end - 1 : end, slot);
  }

  /** Tries what follows a run that ends at `position`; the frame knows the shortest end that is allowed. */
  private shrink(at: Instruction, floor: number, position: number, slot: number): Instruction | undefined {
    if (position > floor || slot >= 0 || at.fragile) this.push(Frame.RunShrink, at, position, floor, slot);
    this.position = position;
    return at.next;
  }

  private runLazy(at: Instruction): Instruction | undefined {
    const floor = this.position + at.min;
    if (at.min > 0 && this.scan(at, this.position, at.min, -1) < floor) return undefined;
    const slot = this.runSlot(at, floor);
    if (slot >= 0 && this.memo.failed(slot, floor)) return undefined;
    const limit = Math.min(this.text.length, floor + at.max - at.min);
    this.position = floor;
    if (slot >= 0) this.push(Frame.Failed, at, floor, slot, 0);
    this.push(Frame.RunGrow, at, floor, limit, slot);
    return at.next;
  }

  /** A run's end is only worth remembering where its length does not matter any more. */
  private runSlot(at: Instruction, floor: number): number {
    const unlimited = at.max - at.min >= this.text.length - floor;
    return unlimited ? this.memo.slot(at, this.loop, floor) : -1;
  }

  private until(at: Instruction): Instruction | undefined {
    const { loop } = this;
    if (!loop) return undefined;
    const count = loop.count + 1;
    if (count < at.min) {
      this.loop = this.memo.enter(loop.outer, at, count, loop.last);
      return at.body;
    }
    const slot = this.memo.slot(at, loop, this.position);
    if (slot >= 0) {
      if (this.memo.failed(slot, this.position)) return undefined;
      this.push(Frame.Failed, at, this.position, slot, 0);
    }
    if (at.op === Op.UntilLazy) {
      this.push(Frame.StayInLoop, at, this.position, 0, 0);
      this.loop = loop.outer;
      return at.next;
    }
    if (count >= at.max || this.position === loop.last) {
      this.loop = loop.outer;
      return at.next;
    }
    this.push(Frame.LeaveLoop, at, this.position, 0, 0);
    this.loop = this.memo.enter(loop.outer, at, count, this.position);
    return at.body;
  }

  private enterBody(at: Instruction): Instruction | undefined {
    if (at.op === Op.Possessive && at.max === 0) return at.next;
    this.push(Frame.Barrier, at, this.position, 0, -1);
    this.loop = undefined;
    if (at.op === Op.Look && at.number >= 0) {
      this.position -= at.number;
      if (this.position < 0) return undefined;
    }
    return at.body;
  }

  /** The end of a body: everything it left to try is dropped. */
  private leaveBody(): Instruction | undefined {
    while (this.stack.field(this.stack.depth - 1, 0) !== Frame.Barrier) this.stack.drop();
    const frame = this.stack.depth - 1;
    const at = this.stack.instruction(frame);
    const from = this.stack.field(frame, 1);
    const count = this.stack.field(frame, 2) + 1;
    const loop = this.stack.loop(frame);
    if (at?.op === Op.Look && at.negate) {
      this.restoreMarks(frame, at.inLoop);
      this.stack.drop();
      return undefined;
    }
    this.stack.drop();
    this.loop = loop;
    if (at?.op === Op.Look) this.position = from;
    if (at?.op !== Op.Possessive) return at?.next;
    const again = count < at.min || (count < at.max && (count === at.min || this.position !== from));
    if (!again) return at.next;
    this.push(Frame.Barrier, at, this.position, count, 0);
    this.loop = undefined;
    return at.body;
  }

  /** Takes up the newest frame; undefined when none is left. */
  private backtrack(): Instruction | undefined {
    while (this.stack.depth > 0) {
      if (--this.budget < 0) return undefined;
      const next = this.resume();
      if (next) return next;
    }
    return undefined;
  }

  private resume(): Instruction | undefined {
    const frame = this.stack.depth - 1;
    const at = this.stack.instruction(frame);
    if (!at) return undefined;
    const kind: Frame = this.stack.field(frame, 0);
    const position = this.stack.field(frame, 1);
    const first = this.stack.field(frame, 2);
    const second = this.stack.field(frame, 3);
    this.loop = this.stack.loop(frame);
    this.position = position;
    if (kind === Frame.Failed) {
      this.memo.record(first, position);
      this.stack.drop();
      return undefined;
    }
    if (kind === Frame.Barrier) return this.bodyFailed(at, frame, first);
    this.restoreMarks(frame, at.inLoop || kind === Frame.LeaveLoop);
    if (kind === Frame.RunShrink) return this.resumeShrink(at, frame, first, second);
    if (kind === Frame.RunGrow) return this.resumeGrow(at, frame, first, second);
    this.stack.drop();
    if (kind === Frame.Option) return this.option(at, first);
    if (kind === Frame.LeaveLoop) {
      this.loop = this.loop?.outer;
      return at.next;
    }
    return this.stayInLoop(at);
  }

  private stayInLoop(at: Instruction): Instruction | undefined {
    const { loop } = this;
    if (!loop || loop.count + 1 >= at.max || this.position === loop.last) return undefined;
    this.loop = this.memo.enter(loop.outer, at, loop.count + 1, this.position);
    return at.body;
  }

  private resumeShrink(at: Instruction, frame: number, floor: number, slot: number): Instruction | undefined {
    if (slot >= 0) this.memo.record(slot, this.position);
    if (this.position <= floor) {
      this.stack.drop();
      return undefined;
    }
    this.position--;
    if (this.position === floor && slot < 0 && !at.fragile) this.stack.drop();
    else this.stack.setPosition(frame, this.position);
    return at.next;
  }

  private resumeGrow(at: Instruction, frame: number, limit: number, slot: number): Instruction | undefined {
    const blocked = this.position >= limit || !at.set.has(this.point(this.position));
    this.position++;
    if (blocked || (slot >= 0 && this.memo.failed(slot, this.position))) {
      // The frame below records where the run began to grow; every longer end has failed as well.
      if (slot >= 0) for (let q = this.stack.field(frame - 1, 1); q < this.position; q++) this.memo.record(slot, q);
      this.stack.drop();
      return undefined;
    }
    this.stack.setPosition(frame, this.position);
    return at.next;
  }

  /** A body has no way left: good for a negative look-around and for a possessive loop that has enough. */
  private bodyFailed(at: Instruction, frame: number, count: number): Instruction | undefined {
    const enough = at.op === Op.Possessive && count >= at.min;
    if (enough || at.negate) this.restoreMarks(frame, enough || at.inLoop);
    this.stack.drop();
    return enough || at.negate ? at.next : undefined;
  }

  private reference(at: Instruction): boolean {
    const span = this.marks.span(at.number);
    if (!span) return false;
    const [start, end] = span;
    const length = end - start;
    if (this.position + length > this.text.length) return false;
    for (let i = 0; i < length; i++) {
      this.budget--;
      const here = this.point(this.position + i);
      const there = this.point(start + i);
      if (here !== there && at.lower(here) !== at.lower(there)) return false;
    }
    this.position += length;
    return true;
  }

  private point(position: number): number {
    return this.text[position] ?? 0;
  }

  private push(kind: Frame, at: Instruction, position: number, first: number, second: number): void {
    this.stack.push(kind, at, position, first, second, this.loop, this.marks);
  }

  private restoreMarks(frame: number, whole: boolean): void {
    this.marks.restore(this.stack.field(frame, 4), this.stack.field(frame, 5), whole);
  }
}
