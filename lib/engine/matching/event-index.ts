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
import { bitOf, FREE_LANES, Switches, type TextSource, targetOf, turnAt, type ValueSource } from './switches';
import { Targets, type Wanted } from './targets';
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
/** Of each thing that a field can be asked of there is a fact to read: not for fewer conditions than this. */
const SELDOM = 8;
/** Longer literals are rare; they are asked one by one. */
const MAX_LITERAL = 256;
const NOTHING_GONE: ReadonlySet<string> = new Set();

/** Whether a condition found a lane, and when it must be asked all the same. */
interface Placed {
  readonly lane: boolean;
  readonly check: 'never' | 'unless plain' | 'always';
}

const CHECK: Placed = { lane: false, check: 'always' };
const COLUMN: Placed = { lane: false, check: 'never' };
const LANE: Placed = { lane: true, check: 'never' };

interface Indexed {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly reader: FactReader;
  readonly operator: OperatorDefinition;
  readonly column: Column | undefined;
  /** 2 when the default of its bit is off, so that few clauses survive it; 0 when it may not be worth a bit. */
  readonly telling: 0 | 1 | 2;
}

export class EventIndex {
  readonly usage = new Map<string, number>();
  private readonly switches = new Switches();
  private readonly grid = new Grid();
  private readonly checks = new Checks();
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
  constructor(
    private readonly expected: Usage,
    private readonly size: number,
  ) {}

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

  /** Puts together what the literals turn. */
  arrange(): void {
    this.switches.arrange();
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
    const indexed = literals.flatMap((literal) => this.prepare(literal));
    let lane = 0;
    // What rules most out gets a lane first.
    for (const { condition, reader } of indexed) this.countUse(sourceKey(condition, reader.of));
    for (const [i, each] of indexed.sort((a, b) => b.telling - a.telling).entries()) {
      const placed = i > 0 && this.isRarelyAsked(each) ? CHECK : this.place(each, clause, lane);
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

  private prepare({ condition, holds }: Literal): Indexed[] {
    const definitions = definitionsOf(condition, NOTHING_GONE);
    if (typeof definitions === 'string') return [];
    const { field, operator } = definitions;
    const { type, of } = field;
    // What a field is asked of inside its value finds no column.
    const column = field.within === undefined ? operator.column?.(operandOf(field, condition), type) : undefined;
    const rare = holds && ['literals', 'substring', 'words'].includes(column?.by ?? '');
    const telling = rare ? 2 : of === undefined && column !== undefined ? 1 : 0;
    return [{ condition, holds, operator, column, telling, reader: readerOf(condition, type, of) }];
  }

  private place(each: Indexed, clause: number, lane: number): Placed {
    const { column, reader, holds } = each;
    const key = sourceKey(each.condition, reader.of);
    if (column === undefined) return CHECK;
    if (column.by === 'order' || column.by === 'value') {
      if (column.points.some((point) => point === OTHER)) return CHECK;
      if (this.isDense(key, reader.type, column)) return this.placeInGrid(each, key, column.points, clause);
      return column.by === 'value' && lane < FREE_LANES ? this.placeValues(each, key, column, clause, lane) : CHECK;
    }
    if (lane >= FREE_LANES || reader.type.kind !== 'text') return CHECK;
    if (column.by === 'substring') return this.placeSubstring(each, key, column, clause, lane);
    // Without its literals a pattern is not met; whether it is then unmet or unknown, only the pattern knows.
    return holds ? this.placeLiterals(each, key, column, clause, lane) : CHECK;
  }

  private countUse(key: string): void {
    this.usage.set(key, (this.usage.get(key) ?? 0) + 1);
  }

  /** Reading the fact for each event would cost more than asking the few clauses that the others leave. */
  private isRarelyAsked({ condition, reader }: Indexed): boolean {
    return reader.of !== undefined && (this.expected.get(sourceKey(condition, reader.of)) ?? 0) < SELDOM;
  }

  private isDense(key: string, { kind }: ValueType, column: Column): boolean {
    if (kind === 'integer' || kind === 'boolean') return true;
    if (kind === 'text' || kind === 'set' || (column.by === 'value' && column.keysOf)) return false;
    return (this.expected.get(key) ?? 0) * DENSE > this.size;
  }

  private placeInGrid(each: Indexed, key: string, points: readonly Point[], clause: number): Placed {
    const column = this.grid.column(key, each.reader);
    if (!this.grid.admits(column, points)) return CHECK;
    this.grid.setBits(column, clause, each.holds, judgeOf(each));
    return COLUMN;
  }

  private placeValues(
    each: Indexed,
    key: string,
    { points, keysOf }: Extract<Column, { by: 'value' }>,
    clause: number,
    lane: number,
  ): Placed {
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
    return LANE;
  }

  private placeSubstring(
    each: Indexed,
    key: string,
    { folded, fold, exact }: Extract<Column, { by: 'substring' }>,
    clause: number,
    lane: number,
  ): Placed {
    if (folded.length === 0 || folded.length > MAX_LITERAL) return CHECK;
    const judge = judgeOf(each);
    const source = this.textSource(key, each.reader);
    const bit = bitOf(clause, lane);
    const standard = judge('') === each.holds;
    this.switches.setDefault(bit, standard);
    if ((judge(exact ?? folded) === each.holds) !== standard) {
      turned(targetOf(source, folded, { fold, exact }), standard).push(bit);
    }
    if (standard) source.gone.off.push(bit);
    return LANE;
  }

  private placeLiterals(
    each: Indexed,
    key: string,
    column: Extract<Column, { by: 'literals' | 'words' }>,
    clause: number,
    lane: number,
  ): Placed {
    const literals = literalsIn(column);
    if (literals.some(({ literal }) => literal.length === 0 || literal.length > MAX_LITERAL)) return CHECK;
    const source = this.textSource(key, each.reader);
    const bit = bitOf(clause, lane);
    this.switches.setDefault(bit, false);
    for (const { literal, wanted } of literals) targetOf(source, literal, wanted).on.push(bit);
    return { lane: true, check: column.by === 'words' ? 'unless plain' : 'always' };
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

/** The literals of which a text must hold one. */
function literalsIn(
  column: Extract<Column, { by: 'literals' | 'words' }>,
): { literal: string; wanted: Omit<Wanted, 'length'> }[] {
  const { by, fold, anyOf } = column;
  if (by === 'literals') return anyOf.map((literal) => ({ literal, wanted: { fold } }));
  return anyOf.map(({ text, starts, ends }) => {
    const exact = column.ignoreCase ? undefined : text;
    return { literal: fold(text), wanted: { fold, exact, word: { starts, ends } } };
  });
}

/** One name for everything asked about a field (of one thing). */
export function sourceKey(condition: Condition, of: string | undefined): string {
  return of === undefined ? condition.field : `${condition.field} of ${String(condition[of])}`;
}

function judgeOf({ operator, condition, reader }: Indexed): (actual: FactValue) => Judgement {
  return operator.compile(condition.value ?? null, reader.type);
}

function idsOf(met: readonly number[], count: number, ids: readonly string[]): string[] {
  const list: string[] = [];
  for (let i = 0; i < count; i++) list.push(ids[met[i] ?? 0] ?? '');
  return list;
}

/** The bits that leave their default. */
function turned(turn: Turn, standard: boolean): number[] {
  return standard ? turn.off : turn.on;
}
