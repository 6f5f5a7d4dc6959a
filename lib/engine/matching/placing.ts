/**
 * Where each condition of a clause goes: into the grid, into a lane of the switches, or among the checks, which are asked
 * of the clauses that are left.
 */
import type { Column, OperatorDefinition, Point } from '../definition';
import { definitionsOf } from '../evaluate';
import { operandOf } from '../operand';
import type { Condition } from '../rule';
import type { FactValue, ValueType } from '../value';
import type { Judgement } from '../verdict';
import { type FactReader, readerOf } from './fact-shape';
import type { Literal } from './formula';
import { type Grid, OTHER } from './grid';
import { bitOf, FREE_LANES, type Switches, targetOf, turnAt } from './switches';
import type { Wanted } from './targets';
import type { Turn } from './turn';

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

/** A condition with what is needed to place it. */
export interface Indexed {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly reader: FactReader;
  readonly operator: OperatorDefinition;
  readonly column: Column | undefined;
  /** 2 when the default of its bit is off, so that few clauses survive it; 0 when it may not be worth a bit. */
  readonly telling: 0 | 1 | 2;
}

export class Placing {
  /** What the conditions that were placed ask about. */
  readonly usage = new Map<string, number>();

  /** `expected` says which fields deserve columns, for about `size` rules to come. */
  constructor(
    private readonly switches: Switches,
    private readonly grid: Grid,
    private readonly expected: Usage,
    private readonly size: number,
  ) {}

  /** The conditions in the order in which they are to be placed: what rules most out gets a lane first. */
  prepare(literals: readonly Literal[]): Indexed[] {
    const indexed = literals.flatMap((literal) => prepared(literal));
    for (const { condition, reader } of indexed) {
      const key = sourceKey(condition, reader.of);
      this.usage.set(key, (this.usage.get(key) ?? 0) + 1);
    }
    return indexed.sort((a, b) => b.telling - a.telling);
  }

  /** `isFirst`: nothing else of the clause has a place yet; `lane` is the next that is free. */
  place(each: Indexed, clause: number, lane: number, isFirst: boolean): Placed {
    if (!isFirst && this.isRarelyAsked(each)) return CHECK;
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
    const source = this.switches.valueSource(keysOf ? `${key} by ${keysOf.name}` : key, each.reader, keysOf);
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
    const source = this.switches.textSource(key, each.reader);
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
    const source = this.switches.textSource(key, each.reader);
    const bit = bitOf(clause, lane);
    this.switches.setDefault(bit, false);
    for (const { literal, wanted } of literals) targetOf(source, literal, wanted).on.push(bit);
    return { lane: true, check: column.by === 'words' ? 'unless plain' : 'always' };
  }
}

function prepared({ condition, holds }: Literal): Indexed[] {
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

/** The bits that leave their default. */
function turned(turn: Turn, standard: boolean): number[] {
  return standard ? turn.off : turn.on;
}
