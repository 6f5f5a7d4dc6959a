/**
 * The rules of one event: asked one by one while they are few, then indexed. When an index has grown to twice the rules
 * it was laid out for, or half of it is closed, another is laid out beside it, a few rules with each change and each
 * match, and takes its place when it holds everything: no call does more than a bounded amount of this work.
 */
import { compileRule } from '../evaluate';
import { fieldOf } from '../registry';
import { conditionsOf, type Rule } from '../rule';
import type { Facts } from '../value';
import { EventIndex, type Place } from './event-index';
import { testOf } from './few-rules';
import { sourceKey, type Usage } from './placing';

/** Up to this many rules are asked one by one. */
const FEW = 24;
/** Rules that one change moves to the next index. */
const STEP = 2;
/** Literals that one call arranges in an index. */
const LITERALS = 16;

interface Entry {
  rule: Rule;
  rank: number;
  /** Where its clauses are in the index, and in the next one once it has moved there. */
  place: Place | undefined;
  nextPlace: Place | undefined;
  test: ((facts: Facts) => boolean) | undefined;
}

export class EventRules {
  private readonly entries = new Map<string, Entry>();
  private index: EventIndex | undefined;
  private laidOutFor = 0;
  private closed = 0;
  /** Whether what literals turn has been put together. */
  private isArranged = true;
  private next: EventIndex | undefined;
  private moving: Iterator<Entry> | undefined;

  get size(): number {
    return this.entries.size;
  }

  get(id: string): Rule | undefined {
    return this.entries.get(id)?.rule;
  }

  /** Takes many rules at once. Only for a set that is still empty. */
  fill(rules: readonly (readonly [rule: Rule, rank: number])[]): void {
    for (const [rule, rank] of rules) this.entries.set(rule.id, newEntry(rule, rank));
    if (this.size <= FEW) return;
    this.index = new EventIndex(usageOf(rules.map(([rule]) => rule)), this.size);
    this.laidOutFor = this.size;
    for (const entry of this.entries.values()) entry.place = this.index.add(entry.rule, entry.rank);
    this.index.arrange(Number.POSITIVE_INFINITY);
  }

  /** Adds a rule whose id is not there. */
  add(rule: Rule, rank: number): void {
    const entry = newEntry(rule, rank);
    this.entries.set(rule.id, entry);
    if (this.index) entry.place = this.index.add(rule, rank);
    else if (this.size > FEW) this.layOut();
    this.isArranged = false;
    this.proceed(STEP);
  }

  /** The rank of the rule that was removed. */
  remove(id: string): number | undefined {
    const entry = this.entries.get(id);
    if (!entry) return undefined;
    this.entries.delete(id);
    if (entry.place) this.index?.close(entry.place);
    if (entry.nextPlace) this.next?.close(entry.nextPlace);
    this.closed++;
    this.proceed(STEP);
    return entry.rank;
  }

  match(facts: Facts): string[] {
    if (this.next || !this.isArranged) this.proceed(1);
    const met = this.index?.match(facts);
    if (met) return met;
    return this.index ? this.interpreted(facts) : this.asked(facts);
  }

  private asked(facts: Facts): string[] {
    const met: Entry[] = [];
    for (const entry of this.entries.values()) {
      entry.test ??= testOf(entry.rule);
      if (entry.test(facts)) met.push(entry);
    }
    return idsByRank(met);
  }

  private interpreted(facts: Facts): string[] {
    return idsByRank([...this.entries.values()].filter(({ rule }) => compileRule(rule)(facts) === true));
  }

  private layOut(): void {
    const rules = [...this.entries.values()].sort((left, right) => left.rank - right.rank);
    this.entries.clear();
    this.fill(rules.map(({ rule, rank }) => [rule, rank]));
  }

  private proceed(steps: number): void {
    if (!this.index) return;
    if (!this.next && (this.size > 2 * this.laidOutFor || this.closed > FEW + this.size / 2)) this.begin(this.index);
    if (!this.isArranged) this.isArranged = this.index.arrange(LITERALS);
    const { next, moving } = this;
    if (!next || !moving) return;
    for (let i = 0; i < steps; i++) {
      const { done, value: entry } = moving.next();
      if (done) {
        this.swap(next);
        return;
      }
      entry.nextPlace = next.add(entry.rule, entry.rank);
    }
  }

  private begin(index: EventIndex): void {
    this.laidOutFor = this.size;
    this.closed = 0;
    this.next = new EventIndex(index.usage, this.size);
    // The iterator of a map also meets what is added while it runs.
    this.moving = this.entries.values();
  }

  private swap(next: EventIndex): void {
    for (const entry of this.entries.values()) {
      entry.place = entry.nextPlace;
      entry.nextPlace = undefined;
    }
    this.index = next;
    this.isArranged = false;
    this.next = undefined;
    this.moving = undefined;
  }
}

function newEntry(rule: Rule, rank: number): Entry {
  return { rule, rank, place: undefined, nextPlace: undefined, test: undefined };
}

function idsByRank(entries: readonly Entry[]): string[] {
  const [only] = entries;
  if (only === undefined) return [];
  if (entries.length === 1) return [only.rule.id];
  return [...entries].sort((left, right) => left.rank - right.rank).map(({ rule }) => rule.id);
}

function usageOf(rules: readonly Rule[]): Usage {
  const usage = new Map<string, number>();
  for (const rule of rules) {
    for (const { condition } of conditionsOf(rule.when)) {
      const key = sourceKey(condition, fieldOf(condition.field)?.of);
      usage.set(key, (usage.get(key) ?? 0) + 1);
    }
  }
  return usage;
}
