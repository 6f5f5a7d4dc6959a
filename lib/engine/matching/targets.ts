/**
 * What the literals of a text field turn. Once the rules are laid out, all of it stands in one list of numbers: an event
 * finds some twenty literals, and following objects for each of them cost more than turning the bits. What is added
 * later stays in objects until the next layout.
 */
import type { Fold } from '../definition';
import { applyTurn, newTurn, type Turn, turnOff, turnOn } from './turn';

/** What a literal turns, if it was found under this fold and the text holds `exact`. */
interface Target extends Turn {
  readonly fold: Fold;
  readonly exact: string | undefined;
}

/** Each part of the list: twice the target's number, plus 1 if it wants `exact` · how many bits to set · to clear · bits. */
const HEAD = 3;

export class Targets {
  /** By number of the literal. */
  private readonly byLiteral: Target[][] = [];
  private list = new Int32Array(0);
  /** Where the parts of a literal begin; they end where those of the next begin. */
  private starts = new Int32Array(1);
  private arranged = 0;
  /** Literals that got more since. */
  private readonly late = new Set<number>();

  /** The turn for a literal under a fold; one that is already there is shared. */
  of(literal: number, fold: Fold, exact: string | undefined): Turn {
    this.byLiteral[literal] ??= [];
    const targets = this.byLiteral[literal];
    this.late.add(literal);
    const known = targets.find((each) => each.fold === fold && each.exact === exact);
    if (known) return known;
    const target = { fold, exact, ...newTurn() };
    targets.push(target);
    return target;
  }

  arrange(): void {
    const parts: number[] = [];
    this.starts = new Int32Array(this.byLiteral.length + 1);
    this.byLiteral.forEach((targets, literal) => {
      this.starts[literal] = parts.length;
      targets.forEach((target, number) => {
        const head = 2 * number + (target.exact === undefined ? 0 : 1);
        parts.push(head, target.on.length, target.off.length, ...target.on, ...target.off);
        target.on = [];
        target.off = [];
      });
    });
    this.arranged = this.byLiteral.length;
    this.starts[this.arranged] = parts.length;
    this.list = Int32Array.from(parts);
    this.late.clear();
  }

  /** Turns what the literal turns, which ends at `end` of the folded text; `fold` is absent when all folds agree. */
  turn(lanes: Int32Array, literal: number, fold: Fold | undefined, text: string, end: number): void {
    if (literal < this.arranged) this.turnArranged(lanes, literal, fold, text, end);
    if (this.late.size === 0 || !this.late.has(literal)) return;
    for (const target of this.byLiteral[literal] ?? []) if (applies(target, fold, text, end)) applyTurn(lanes, target);
  }

  private turnArranged(lanes: Int32Array, literal: number, fold: Fold | undefined, text: string, end: number): void {
    const { list } = this;
    const stop = this.starts[literal + 1] ?? 0;
    for (let at = this.starts[literal] ?? 0; at < stop; ) {
      const head = list[at] ?? 0;
      const off = at + HEAD + (list[at + 1] ?? 0);
      const next = off + (list[at + 2] ?? 0);
      if ((fold === undefined && (head & 1) === 0) || this.applies(literal, head >> 1, fold, text, end)) {
        for (let i = at + HEAD; i < off; i++) turnOn(lanes, list[i] ?? 0);
        for (let i = off; i < next; i++) turnOff(lanes, list[i] ?? 0);
      }
      at = next;
    }
  }

  private applies(literal: number, number: number, fold: Fold | undefined, text: string, end: number): boolean {
    const target = this.byLiteral[literal]?.[number];
    return target !== undefined && applies(target, fold, text, end);
  }
}

function applies(target: Target, fold: Fold | undefined, text: string, end: number): boolean {
  if (fold !== undefined && target.fold !== fold) return false;
  const { exact } = target;
  // Mostly the text holds it where its fold was found.
  return exact === undefined || text.startsWith(exact, end - exact.length) || text.includes(exact);
}
