/**
 * Conditions that no bit answers (regular expressions, what found no lane): asked only of the clauses that survive, and
 * once per event however many rules share them.
 */
import { compileCondition, type Judge } from '../evaluate';
import type { Condition } from '../rule';
import type { Facts } from '../value';
import type { Judgement } from '../verdict';
import type { Formula, Literal } from './formula';

interface Check {
  readonly condition: Condition;
  /** Prepared when it is first asked: most never are. */
  judge: Judge | undefined;
  turn: number;
  answer: Judgement;
}

export type CheckNode =
  | { readonly check: Check; readonly holds: boolean }
  | { readonly and: readonly CheckNode[] }
  | { readonly or: readonly CheckNode[] };

export class Checks {
  private readonly byText = new Map<string, Check>();
  private turn = 0;

  of(formula: Formula): CheckNode {
    if ('and' in formula) return { and: formula.and.map((part) => this.of(part)) };
    if ('or' in formula) return { or: formula.or.map((part) => this.of(part)) };
    return { check: this.checkOf(formula), holds: formula.holds };
  }

  /** Forgets the answers of the last event. */
  next(): void {
    this.turn++;
  }

  hold(nodes: readonly CheckNode[], facts: Facts): boolean {
    for (const node of nodes) if (!this.holds(node, facts)) return false;
    return true;
  }

  private checkOf({ condition }: Literal): Check {
    const text = JSON.stringify(condition);
    const known = this.byText.get(text);
    if (known) return known;
    const check: Check = { condition, judge: undefined, turn: 0, answer: false };
    this.byText.set(text, check);
    return check;
  }

  private holds(node: CheckNode, facts: Facts): boolean {
    if ('and' in node) return this.hold(node.and, facts);
    if ('or' in node) return node.or.some((part) => this.holds(part, facts));
    const { check } = node;
    if (check.turn !== this.turn) {
      check.judge ??= compileCondition(check.condition);
      check.answer = check.judge(facts);
      check.turn = this.turn;
    }
    return check.answer === node.holds;
  }
}
