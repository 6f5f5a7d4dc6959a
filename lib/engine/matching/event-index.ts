/**
 * The rules of one event, one bit for each clause: the words of all lanes and columns ANDed leave the clauses whose
 * indexed conditions hold; what no bit answers is asked of those. Clauses are only ever added at the end and closed.
 */
import type { Rule } from '../rule';
import type { Facts } from '../value';
import { Checks, NOTHING } from './checks';
import { type Clause, clausesOf, formulaOf } from './formula';
import { Grid } from './grid';
import { grown } from './int-list';
import { Placing, type Usage } from './placing';
import { Switches } from './switches';

/** Where the clauses of a rule are. */
export interface Place {
  readonly first: number;
  readonly count: number;
}

export class EventIndex {
  private readonly switches = new Switches();
  private readonly grid = new Grid();
  private readonly checks = new Checks();
  private readonly placing: Placing;
  /** The id and the rank of each rule that was added. */
  private readonly ids: string[] = [];
  private readonly ranks: number[] = [];
  /** Which of these rules each clause belongs to. */
  private owners = new Int32Array(0);
  /** What is left to ask of each clause, and what of it when all texts are plain. */
  private left = new Int32Array(0);
  private leftOnPlain = new Int32Array(0);
  private clauses = 0;
  private lastRank = -1;
  private inOrder = true;
  /** The clauses that the bits of the last facts left, and the rules that were met. */
  private alive = new Int32Array(0);
  private readonly met: number[] = [];

  /** `expected` says which fields deserve columns, for about `size` rules to come. */
  constructor(expected: Usage, size: number) {
    this.placing = new Placing(this.switches, this.grid, expected, size);
  }

  /** What the conditions of all rules that were added ask about. */
  get usage(): Usage {
    return this.placing.usage;
  }

  /** `rank` is the rule's place among all, by which matches are ordered. */
  add(rule: Rule, rank: number): Place {
    const first = this.clauses;
    const owner = this.ids.push(rule.id) - 1;
    this.ranks.push(rank);
    for (const clause of clausesOf(formulaOf(rule))) this.addClause(clause, owner);
    if (rank < this.lastRank) this.inOrder = false;
    else this.lastRank = rank;
    return { first, count: this.clauses - first };
  }

  close({ first, count }: Place): void {
    for (let clause = first; clause < first + count; clause++) {
      this.switches.close(clause);
      this.left[clause] = NOTHING;
      this.leftOnPlain[clause] = NOTHING;
    }
  }

  /** Puts together what the next literals turn, at most `count` of them; whether that were all. */
  arrange(count: number): boolean {
    return this.switches.arrange(count);
  }

  /** Ids of the rules that are met, by rank; undefined when a fact has not the type of its field. */
  match(facts: Facts): string[] | undefined {
    if (!this.switches.turn(facts) || !this.grid.turn(facts)) return undefined;
    this.checks.next();
    const { alive, met, ids, ranks } = this;
    const words = (this.clauses + 31) >> 5;
    this.switches.survivors(alive, words);
    this.grid.restrict(alive, words);
    const count = this.collect(words, facts);
    if (this.inOrder) return idsOf(met, count, ids);
    // After a rule was replaced its clauses stand at the end, but its rank is the old one.
    const sorted = met.slice(0, count).sort((left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0));
    return idsOf(sorted, count, ids);
  }

  /** How many rules are met; they are in `met` then. */
  private collect(words: number, facts: Facts): number {
    const { alive, met, owners, checks } = this;
    const left = this.switches.arePlain ? this.leftOnPlain : this.left;
    let count = 0;
    let last = -1;
    for (let word = 0; word < words; word++) {
      for (let bits = alive[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const clause = (word << 5) | (31 - Math.clz32(bits & -bits));
        const owner = owners[clause] ?? 0;
        if (owner === last) continue;
        const rest = left[clause] ?? NOTHING;
        if (rest !== NOTHING && !checks.hold(rest, facts)) continue;
        met[count++] = owner;
        last = owner;
      }
    }
    return count;
  }

  private addClause({ literals, rest }: Clause, owner: number): void {
    const clause = this.clauses++;
    this.owners = grown(this.owners, clause + 1);
    this.owners[clause] = owner;
    this.alive = grown(this.alive, (clause >> 5) + 1);
    this.switches.open(clause);
    this.grid.reserve((clause >> 5) + 1);
    const left = rest.map((formula) => this.checks.of(formula));
    const onPlain = [...left];
    let lane = 0;
    for (const [i, each] of this.placing.prepare(literals).entries()) {
      const placed = this.placing.place(each, clause, lane, i === 0);
      if (placed.lane) lane++;
      if (placed.check === 'never') continue;
      const check = this.checks.of(each);
      left.push(check);
      if (placed.check === 'always') onPlain.push(check);
    }
    this.left = grown(this.left, clause + 1);
    this.left[clause] = this.checks.keep(left);
    this.leftOnPlain = grown(this.leftOnPlain, clause + 1);
    this.leftOnPlain[clause] =
      left.length === onPlain.length ? (this.left[clause] ?? NOTHING) : this.checks.keep(onPlain);
  }
}

function idsOf(met: readonly number[], count: number, ids: readonly string[]): string[] {
  const list: string[] = [];
  for (let i = 0; i < count; i++) list.push(ids[met[i] ?? 0] ?? '');
  return list;
}
