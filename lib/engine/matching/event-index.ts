/**
 * The rules of one event, one bit for each clause: the words of all lanes and columns ANDed leave the clauses whose
 * indexed conditions hold; what no bit answers is asked of those. Clauses are only ever added at the end and closed.
 */
import type { Column, Fold, OperatorDefinition, Point } from '../definition';
import { definitionsOf } from '../evaluate';
import { operandOf } from '../operand';
import type { Condition, Rule } from '../rule';
import type { Facts, FactValue, ValueType } from '../value';
import type { Judgement } from '../verdict';
import { Checks, NOTHING } from './checks';
import { type FactReader, readerOf } from './fact-shape';
import { type Clause, clausesOf, formulaOf, type Literal } from './formula';
import { Grid, OTHER } from './grid';
import { grown } from './int-list';
import { LiteralSearch } from './literal-search';
import { bitOf, FREE_LANES, LANES, Switches, type TextSource, targetOf, turnAt, type ValueSource } from './switches';
import { Targets } from './targets';
import { newTurn, type Turn } from './turn';

/** Where the clauses of a rule are. */
export interface Place {
  readonly first: number;
  readonly count: number;
}

/** How many conditions ask about each field (of each thing), by `sourceKey`. */
export type Usage = ReadonlyMap<string, number>;

/** A field that more than one in this many clauses asks about gets columns of its own. */
const DENSE = 40;
/** Longer literals are rare; they are asked one by one. */
const MAX_LITERAL = 256;
const NOTHING_GONE: ReadonlySet<string> = new Set();

interface Indexed {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly reader: FactReader;
  readonly operator: OperatorDefinition;
  readonly column: Column | undefined;
  /** Whether the default of its bit is off, so that few clauses survive it. */
  readonly rare: boolean;
}

export class EventIndex {
  readonly usage = new Map<string, number>();
  private readonly switches = new Switches();
  private readonly grid = new Grid();
  private readonly checks = new Checks();
  private readonly ids: string[] = [];
  private readonly ranks: number[] = [];
  /** What is left to ask of each clause. */
  private left = new Int32Array(0);
  private clauses = 0;
  private lastRank = -1;
  private inOrder = true;
  /** The clauses of the last matches, where these must be sorted. */
  private readonly met: number[] = [];

  /** `expected` says which fields deserve columns, for about `size` rules to come. */
  constructor(
    private readonly expected: Usage,
    private readonly size: number,
  ) {}

  /** `rank` is the rule's place among all, by which matches are ordered. */
  add(rule: Rule, rank: number): Place {
    const first = this.clauses;
    for (const clause of clausesOf(formulaOf(rule))) this.addClause(clause, rule.id, rank);
    if (rank < this.lastRank) this.inOrder = false;
    else this.lastRank = rank;
    return { first, count: this.clauses - first };
  }

  close({ first, count }: Place): void {
    for (let clause = first; clause < first + count; clause++) {
      this.switches.close(clause);
      this.left[clause] = NOTHING;
    }
  }

  /** Puts the columns that decide most first, and what literals turn together. */
  arrange(): void {
    this.grid.arrange();
    this.switches.arrange();
  }

  /** Ids of the rules that are met, by rank; undefined when a fact has not the type of its field. */
  match(facts: Facts): string[] | undefined {
    if (!this.switches.turn(facts) || !this.grid.turn(facts)) return undefined;
    this.checks.next();
    const met = this.collect(facts);
    return this.inOrder ? met : this.sorted(met);
  }

  private collect(facts: Facts): string[] {
    const { ids, left, grid, switches, checks, inOrder } = this;
    const { bits, starts } = grid;
    const { lanes } = switches;
    const words = (this.clauses + 31) >> 5;
    const columns = starts.length;
    const met: string[] = [];
    this.met.length = 0;
    let last: string | undefined;
    for (let word = 0; word < words; word++) {
      const lane = word * LANES;
      let alive = (lanes[lane] ?? 0) & (lanes[lane + 1] ?? 0) & (lanes[lane + 2] ?? 0) & (lanes[lane + 3] ?? 0);
      for (let i = 0; alive !== 0 && i < columns; i++) alive &= bits[(starts[i] ?? 0) + word] ?? 0;
      while (alive !== 0) {
        const clause = (word << 5) | (31 - Math.clz32(alive & -alive));
        alive &= alive - 1;
        const id = ids[clause];
        if (id === undefined || id === last) continue;
        const rest = left[clause] ?? NOTHING;
        if (rest !== NOTHING && !checks.hold(rest, facts)) continue;
        met.push(id);
        if (!inOrder) this.met.push(clause);
        last = id;
      }
    }
    return met;
  }

  /** After a rule was replaced its clauses stand at the end, but its rank is the old one. */
  private sorted(ids: readonly string[]): string[] {
    const { met, ranks } = this;
    const order = ids.map((id, i) => ({ id, rank: ranks[met[i] ?? 0] ?? 0 }));
    return order.sort((left, right) => left.rank - right.rank).map(({ id }) => id);
  }

  private addClause({ literals, rest }: Clause, id: string, rank: number): void {
    const clause = this.clauses++;
    this.ids.push(id);
    this.ranks.push(rank);
    this.switches.open(clause);
    this.grid.reserve((clause >> 5) + 1);
    const left = rest.map((formula) => this.checks.of(formula));
    const indexed = literals.flatMap((literal) => this.prepare(literal));
    let lane = 0;
    // What rules most out gets a lane first.
    for (const each of indexed.sort((a, b) => Number(b.rare) - Number(a.rare))) {
      const placed = this.place(each, clause, lane);
      if (placed === 'lane' || placed === 'lane and check') lane++;
      if (placed === 'check' || placed === 'lane and check') left.push(this.checks.of(each));
    }
    this.left = grown(this.left, clause + 1);
    this.left[clause] = this.checks.keep(left);
  }

  private prepare({ condition, holds }: Literal): Indexed[] {
    const definitions = definitionsOf(condition, NOTHING_GONE);
    if (typeof definitions === 'string') return [];
    const { field, operator } = definitions;
    const { type, of } = field;
    // What a field is asked of inside its value finds no column.
    const column = field.within === undefined ? operator.column?.(operandOf(field, condition), type) : undefined;
    const rare = holds && (column?.by === 'literals' || column?.by === 'substring');
    return [{ condition, holds, operator, column, rare, reader: readerOf(condition, type, of) }];
  }

  private place(each: Indexed, clause: number, lane: number): 'column' | 'lane' | 'check' | 'lane and check' {
    const { column, reader, holds } = each;
    const key = sourceKey(each.condition, reader.of);
    this.usage.set(key, (this.usage.get(key) ?? 0) + 1);
    if (column === undefined) return 'check';
    if (column.by === 'order' || column.by === 'value') {
      if (column.points.some((point) => point === OTHER)) return 'check';
      if (this.isDense(key, reader.type, column)) return this.placeInGrid(each, key, column.points, clause);
      return column.by === 'value' && lane < FREE_LANES ? this.placeValues(each, key, column, clause, lane) : 'check';
    }
    if (lane >= FREE_LANES || reader.type.kind !== 'text') return 'check';
    if (column.by === 'substring') return this.placeSubstring(each, key, column, clause, lane);
    // Without its literals a pattern is not met; whether it is then unmet or unknown, only the pattern knows.
    return holds ? this.placeLiterals(each, key, column, clause, lane) : 'check';
  }

  private isDense(key: string, { kind }: ValueType, column: Column): boolean {
    if (kind === 'integer' || kind === 'boolean') return true;
    if (kind === 'text' || kind === 'set' || (column.by === 'value' && column.keysOf)) return false;
    return (this.expected.get(key) ?? 0) * DENSE > this.size;
  }

  private placeInGrid(each: Indexed, key: string, points: readonly Point[], clause: number): 'column' | 'check' {
    const column = this.grid.column(key, each.reader);
    if (!this.grid.admits(column, points)) return 'check';
    this.grid.restrict(column, clause, each.holds, judgeOf(each));
    return 'column';
  }

  private placeValues(
    each: Indexed,
    key: string,
    { points, keysOf }: Extract<Column, { by: 'value' }>,
    clause: number,
    lane: number,
  ): 'lane' {
    const source = this.valueSource(keysOf ? `${key} by ${keysOf.name}` : key, each.reader, keysOf);
    const judge = judgeOf(each);
    const isSet = each.reader.type.kind === 'set';
    const bit = bitOf(clause, lane);
    const standard = judge(isSet ? [] : OTHER) === each.holds;
    const differs = (value: FactValue) => (judge(value) === each.holds) !== standard;
    this.switches.setDefault(bit, standard);
    for (const point of new Set(points)) {
      if (differs(isSet ? [String(point)] : point)) turned(turnAt(source, point), standard).push(bit);
    }
    if (!isSet && differs(null)) turned(source.missing, standard).push(bit);
    if (standard) source.gone.off.push(bit);
    return 'lane';
  }

  private placeSubstring(
    each: Indexed,
    key: string,
    { folded, fold, exact }: Extract<Column, { by: 'substring' }>,
    clause: number,
    lane: number,
  ): 'lane' | 'check' {
    if (folded.length === 0 || folded.length > MAX_LITERAL) return 'check';
    const judge = judgeOf(each);
    const source = this.textSource(key, each.reader);
    const bit = bitOf(clause, lane);
    const standard = judge('') === each.holds;
    this.switches.setDefault(bit, standard);
    if ((judge(exact ?? folded) === each.holds) !== standard) {
      turned(targetOf(source, folded, fold, exact), standard).push(bit);
    }
    if (standard) source.gone.off.push(bit);
    return 'lane';
  }

  private placeLiterals(
    each: Indexed,
    key: string,
    { anyOf, fold }: Extract<Column, { by: 'literals' }>,
    clause: number,
    lane: number,
  ): 'lane and check' | 'check' {
    if (anyOf.some((literal) => literal.length === 0 || literal.length > MAX_LITERAL)) return 'check';
    const source = this.textSource(key, each.reader);
    const bit = bitOf(clause, lane);
    this.switches.setDefault(bit, false);
    for (const literal of anyOf) targetOf(source, literal, fold).on.push(bit);
    return 'lane and check';
  }

  private textSource(key: string, reader: FactReader): TextSource {
    const known = this.switches.texts.get(key);
    if (known) return known;
    const parts = { search: new LiteralSearch(), targets: new Targets(), folds: new Set<Fold>(), gone: newTurn() };
    const source = { ...reader, ...parts };
    this.switches.texts.set(key, source);
    return source;
  }

  private valueSource(name: string, reader: FactReader, keysOf: ValueSource['keysOf']): ValueSource {
    const known = this.switches.values.get(name);
    if (known) return known;
    const source = { ...reader, keysOf, at: new Map<Point, Turn>(), missing: newTurn(), gone: newTurn() };
    this.switches.values.set(name, source);
    return source;
  }
}

/** One name for everything asked about a field (of one thing). */
export function sourceKey(condition: Condition, of: string | undefined): string {
  return of === undefined ? condition.field : `${condition.field} of ${String(condition[of])}`;
}

function judgeOf({ operator, condition, reader }: Indexed): (actual: FactValue) => Judgement {
  return operator.compile(condition.value ?? null, reader.type);
}

/** The bits that leave their default. */
function turned(turn: Turn, standard: boolean): number[] {
  return standard ? turn.off : turn.on;
}
