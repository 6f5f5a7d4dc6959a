/**
 * What the literals of a text field turn. It is put together in one list of numbers, a few literals with each call: an
 * event finds some twenty literals, and following objects for each of them cost more than turning the bits. What a
 * literal gets after that stays in objects until the next layout.
 */
import type { Fold } from '../definition';
import { isBoundary } from '../plain-words';
import { grown } from './int-list';
import { applyTurn, newTurn, type Turn, turnOff, turnOn } from './turn';

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but capitals is meant
const LOWER_CASE = /^[\x00-\x40\x5b-\x7f]*$/;

/** Under which fold a literal counts, and what else must hold where it is found. */
export interface Wanted {
  readonly fold: Fold;
  readonly length: number;
  /** The text itself holds this. */
  readonly exact?: string | undefined;
  /** In a plain text: exactly there, and between these boundaries. */
  readonly word?: { readonly starts: boolean; readonly ends: boolean };
}

interface Target extends Turn {
  readonly wanted: Wanted;
  /** The event for which it turned last. */
  turned: number;
}

/** Behind a literal's length and its end in the list, each part: flags · bits to set · to clear · when it turned · bits. */
const HEAD = 4;
const FLAGS = 5;
/** The text itself must hold it; in lower case. */
const EXACT = 1;
const LOWERED = 16;
const WORD = 2;
const STARTS = 4;
const ENDS = 8;

export class Targets {
  /** By number of the literal. */
  private readonly byLiteral: Target[][] = [];
  private list = new Int32Array(0);
  /** 0 is no place: there nothing stands of a literal. */
  private used = 1;
  /** Where each literal begins in the list. */
  private starts = new Int32Array(0);
  /** So many literals have been put there. */
  private arranged = 0;
  /** Literals of which something is not, or not only, in the list. */
  private readonly late = new Set<number>();
  private event = 0;
  private text = '';
  private isPlain = false;
  private fold: Fold | undefined;

  /** The turn for a literal; one that wants the same is shared. */
  of(literal: number, wanted: Wanted): Turn {
    this.byLiteral[literal] ??= [];
    const targets = this.byLiteral[literal];
    this.late.add(literal);
    const known = targets.find((each) => wantsSame(each.wanted, wanted));
    if (known) return known;
    const target = { wanted, turned: 0, ...newTurn() };
    targets.push(target);
    return target;
  }

  /** Puts what the next literals turn into the list, at most `count` of them; tells how many there were. */
  arrange(count: number): number {
    const from = this.arranged;
    this.arranged = Math.min(this.byLiteral.length, from + count);
    this.starts = grown(this.starts, this.arranged);
    for (let literal = from; literal < this.arranged; literal++) this.enlist(literal, this.byLiteral[literal] ?? []);
    return this.arranged - from;
  }

  private enlist(literal: number, targets: readonly Target[]): void {
    const parts: number[] = [];
    targets.forEach((target, number) => {
      const { on, off } = target;
      parts.push((number << FLAGS) | flagsOf(target.wanted), on.length, off.length, 0, ...on, ...off);
      target.on = [];
      target.off = [];
    });
    const start = this.used;
    this.used += 2 + parts.length;
    this.list = grown(this.list, this.used);
    this.list[start] = targets[0]?.wanted.length ?? 0;
    this.list[start + 1] = this.used;
    this.list.set(parts, start + 2);
    this.starts[literal] = start;
    this.late.delete(literal);
  }

  /** The next calls are about this text; `fold` is absent when it is all ASCII, where all folds agree. */
  read(text: string, isPlain: boolean, fold: Fold | undefined): void {
    this.event++;
    this.text = text;
    this.isPlain = isPlain;
    this.fold = fold;
  }

  /** Turns what the literal turns, which ends at `end` of the folded text. False when another place of it may matter. */
  turn(lanes: Int32Array, literal: number, end: number): boolean {
    const start = this.starts[literal] ?? 0;
    const settled = start === 0 || this.turnArranged(lanes, literal, start, end);
    if (this.late.size === 0 || !this.late.has(literal)) return settled;
    return this.turnLate(lanes, literal, end) && settled;
  }

  private turnArranged(lanes: Int32Array, literal: number, start: number, end: number): boolean {
    const { list, event } = this;
    const agreed = this.fold === undefined;
    const from = end - (list[start] ?? 0);
    const stop = list[start + 1] ?? 0;
    let at = start + 2;
    let settled = true;
    while (at < stop) {
      const head = list[at] ?? 0;
      const off = at + HEAD + (list[at + 1] ?? 0);
      const next = off + (list[at + 2] ?? 0);
      if (list[at + 3] === event) {
        // It has turned already.
      } else if (
        this.isBetween(head, from, end) &&
        ((agreed && this.isExact(head, from, end)) || this.applies(this.byLiteral[literal]?.[head >> FLAGS], from))
      ) {
        list[at + 3] = event;
        for (let i = at + HEAD; i < off; i++) turnOn(lanes, list[i] ?? 0);
        for (let i = off; i < next; i++) turnOff(lanes, list[i] ?? 0);
      } else if ((head & WORD) !== 0) settled = false;
      at = next;
    }
    return settled || !this.isPlain;
  }

  private turnLate(lanes: Int32Array, literal: number, end: number): boolean {
    let settled = true;
    for (const target of this.byLiteral[literal] ?? []) {
      if (target.turned === this.event) continue;
      const from = end - target.wanted.length;
      if (this.isBetween(flagsOf(target.wanted), from, end) && this.applies(target, from)) {
        target.turned = this.event;
        applyTurn(lanes, target);
      } else if (target.wanted.word !== undefined) settled = false;
    }
    return settled || !this.isPlain;
  }

  /** Whether a word stands between its boundaries; only plain texts are asked. */
  private isBetween(flags: number, from: number, end: number): boolean {
    if (!this.isPlain) return true;
    return (
      ((flags & STARTS) === 0 || isBoundary(this.text, from)) && ((flags & ENDS) === 0 || isBoundary(this.text, end))
    );
  }

  /** Whether there is no doubt that the text itself holds what is wanted there. */
  private isExact(flags: number, from: number, end: number): boolean {
    if ((flags & EXACT) === 0) return true;
    if ((flags & LOWERED) === 0) return false;
    for (let at = from; at < end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit >= 65 && unit <= 90) return false;
    }
    return true;
  }

  private applies(target: Target | undefined, from: number): boolean {
    if (target === undefined || (this.fold !== undefined && target.wanted.fold !== this.fold)) return false;
    const { exact, word } = target.wanted;
    if (exact === undefined || this.text.startsWith(exact, from)) return true;
    return (word === undefined || !this.isPlain) && this.text.includes(exact);
  }
}

function flagsOf({ exact, word, length }: Wanted): number {
  const wordFlags = word ? WORD | (word.starts ? STARTS : 0) | (word.ends ? ENDS : 0) : 0;
  if (exact === undefined) return wordFlags;
  // Where the fold of an ASCII text equals it, the text does, unless it has capitals there.
  const isLowered = exact.length === length && LOWER_CASE.test(exact);
  return wordFlags | EXACT | (isLowered ? LOWERED : 0);
}

function wantsSame(left: Wanted, right: Wanted): boolean {
  return (
    left.fold === right.fold &&
    left.exact === right.exact &&
    left.word?.starts === right.word?.starts &&
    left.word?.ends === right.word?.ends
  );
}
