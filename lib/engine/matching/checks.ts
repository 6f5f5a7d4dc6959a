/**
 * Conditions that no bit answers (regular expressions, what found no lane): asked only of the clauses that survive, and
 * once per event however many rules share them. What a clause asks stands in one list of numbers, so that looking
 * through many survivors touches little memory.
 */
import { compileCondition, type Judge } from '../evaluate';
import type { Condition } from '../rule';
import type { Facts } from '../value';
import type { Judgement } from '../verdict';
import type { Formula, Literal } from './formula';
import { grown } from './int-list';

/** Nothing is left to ask. */
export const NOTHING = -1;

/** A group of conditions below a clause. */
type Group = { readonly and: readonly number[] } | { readonly or: readonly number[] };

export class Checks {
  private readonly numbers = new Map<string, number>();
  private readonly conditions: Condition[] = [];
  /** Prepared when it is first asked: most never are. */
  private readonly judges: (Judge | undefined)[] = [];
  private readonly answers: Judgement[] = [];
  /** The event that each answer is about. */
  private turns = new Int32Array(0);
  private turn = 0;
  private readonly groups: Group[] = [];
  /** Lists of codes, each behind its length. A code is `2 * check + holds`, or below 0 `-1 - group`. */
  private lists = new Int32Array(0);
  private used = 0;

  /** The code of a condition or of a formula over conditions. */
  of(formula: Formula): number {
    if ('condition' in formula) return 2 * this.checkOf(formula) + (formula.holds ? 1 : 0);
    const parts = ('and' in formula ? formula.and : formula.or).map((part) => this.of(part));
    return -this.groups.push('and' in formula ? { and: parts } : { or: parts });
  }

  /** Where the codes are kept, or `NOTHING` when there are none. */
  keep(codes: readonly number[]): number {
    if (codes.length === 0) return NOTHING;
    const at = this.used;
    this.used += codes.length + 1;
    this.lists = grown(this.lists, this.used);
    this.lists[at] = codes.length;
    this.lists.set(codes, at + 1);
    return at;
  }

  /** Forgets the answers of the last event. */
  next(): void {
    this.turn++;
  }

  /** Whether everything that is kept there holds. */
  hold(kept: number, facts: Facts): boolean {
    const { lists } = this;
    const end = kept + (lists[kept] ?? 0);
    for (let at = kept + 1; at <= end; at++) if (!this.holds(lists[at] ?? 0, facts)) return false;
    return true;
  }

  private holds(code: number, facts: Facts): boolean {
    if (code < 0) return this.groupHolds(this.groups[-1 - code], facts);
    const check = code >> 1;
    if (this.turns[check] !== this.turn) {
      this.judges[check] ??= this.judgeOf(check);
      this.answers[check] = this.judges[check](facts);
      this.turns[check] = this.turn;
    }
    return this.answers[check] === ((code & 1) === 1);
  }

  private groupHolds(group: Group | undefined, facts: Facts): boolean {
    if (group === undefined) return false;
    if ('and' in group) return group.and.every((part) => this.holds(part, facts));
    return group.or.some((part) => this.holds(part, facts));
  }

  private judgeOf(check: number): Judge {
    const condition = this.conditions[check];
    if (condition === undefined) throw new Error(`There is no check ${check}`);
    return compileCondition(condition);
  }

  private checkOf({ condition }: Literal): number {
    const text = JSON.stringify(condition);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const check = this.conditions.push(condition) - 1;
    this.numbers.set(text, check);
    this.turns = grown(this.turns, check + 1);
    this.judges.push(undefined);
    this.answers.push(false);
    return check;
  }
}
