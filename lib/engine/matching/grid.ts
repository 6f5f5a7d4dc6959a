/**
 * Columns of bits for fields that many rules ask about and that have few values that matter: one row of bits for each
 * such value, or for each interval between the numbers that rules name. A bit is on while the clause's conditions on the
 * field hold there; a clause without a condition on the field is on everywhere.
 */
import type { Point } from '../definition';
import { GONE } from '../evaluate';
import type { Facts, FactValue } from '../value';
import type { Judgement } from '../verdict';
import { type FactReader, MISSHAPEN, readFact } from './fact-shape';
import { grown } from './int-list';

/** More rows than this are not worth their memory: further conditions are asked one by one. */
const MAX_ROWS = 768;
const ALL = -1;

export interface GridColumn extends FactReader {
  /** A row and a value that stands for it; the rows of no value and of a thing that is gone have none. */
  readonly missing: number;
  readonly gone: number;
  /** Values of text-like fields and booleans. */
  readonly at: Map<Point, number>;
  readonly other: number;
  /** Of numbers: row `i` is for `cuts[i - 1] <= number < cuts[i]`. */
  readonly cuts: number[];
  readonly between: number[];
}

export class Grid {
  readonly columns = new Map<string, GridColumn>();
  private ordered: GridColumn[] = [];
  private words = 4;
  private bits = new Int32Array(0);
  private used = 0;
  /** Where in `bits` the rows for the last facts begin. */
  private readonly starts: number[] = [];

  column(key: string, reader: FactReader): GridColumn {
    const known = this.columns.get(key);
    if (known) return known;
    const other = this.newRow();
    const { type } = reader;
    const rows = { missing: this.newRow(), gone: this.newRow(), at: new Map<Point, number>(), other };
    const column: GridColumn = { ...reader, ...rows, cuts: [], between: [other] };
    if (type.kind === 'boolean') for (const value of [true, false]) column.at.set(value, this.newRow());
    this.columns.set(key, column);
    this.ordered.push(column);
    return column;
  }

  reserve(words: number): void {
    if (words <= this.words) return;
    const wider = Math.ceil(words * 1.125) + 1;
    const bits = new Int32Array(this.used * wider).fill(ALL);
    for (let row = 0; row < this.used; row++) {
      bits.set(this.bits.subarray(row * this.words, (row + 1) * this.words), row * wider);
    }
    this.bits = bits;
    this.words = wider;
  }

  /** Whether the column has, or now got, a row for every point. */
  admits(column: GridColumn, points: readonly Point[]): boolean {
    if (column.type.kind === 'integer') {
      const numbers = points.filter((point) => typeof point === 'number');
      if (!numbers.every(Number.isSafeInteger) || column.cuts.length + 2 * numbers.length > MAX_ROWS) return false;
      for (const number of numbers) for (const cut of [number, number + 1]) this.cut(column, cut);
      return true;
    }
    if (column.at.size + points.length > MAX_ROWS) return false;
    for (const point of points) if (!column.at.has(point)) column.at.set(point, this.newRow(column.other));
    return true;
  }

  /** Turns the clause off wherever the judge does not say `holds`. */
  setBits(column: GridColumn, clause: number, holds: boolean, judge: (actual: FactValue) => Judgement): void {
    const ask = (row: number, value: FactValue) => {
      if (judge(value) !== holds) this.turnOff(row, clause);
    };
    ask(column.missing, null);
    this.turnOff(column.gone, clause);
    if (column.type.kind === 'integer') {
      column.between.forEach((row, i) => void ask(row, column.cuts[i - 1] ?? (column.cuts[0] ?? 0) - 1));
      return;
    }
    for (const [value, row] of column.at) ask(row, value);
    if (column.type.kind !== 'boolean') ask(column.other, OTHER);
  }

  /** Finds the rows for these facts. False when a fact has not the type of its field. */
  turn(facts: Facts): boolean {
    for (let i = 0; i < this.ordered.length; i++) {
      const column = this.ordered[i];
      if (!column) continue;
      const actual = readFact(column, facts);
      if (actual === MISSHAPEN) return false;
      this.starts[i] = rowFor(column, actual) * this.words;
    }
    return true;
  }

  /** Leaves the clauses that are on in all these rows: four at a time, so that each word is fetched seldom. */
  restrict(alive: Int32Array, words: number): void {
    const { bits, starts } = this;
    const columns = this.ordered.length;
    let i = 0;
    for (; i + 4 <= columns; i += 4) {
      const [first = 0, second = 0, third = 0, fourth = 0] = [starts[i], starts[i + 1], starts[i + 2], starts[i + 3]];
      for (let word = 0; word < words; word++) {
        alive[word] =
          (alive[word] ?? 0) &
          (bits[first + word] ?? 0) &
          (bits[second + word] ?? 0) &
          (bits[third + word] ?? 0) &
          (bits[fourth + word] ?? 0);
      }
    }
    for (; i < columns; i++) {
      const start = starts[i] ?? 0;
      for (let word = 0; word < words; word++) alive[word] = (alive[word] ?? 0) & (bits[start + word] ?? 0);
    }
  }

  private cut(column: GridColumn, cut: number): void {
    const at = intervalOf(column.cuts, cut);
    if (column.cuts[at - 1] === cut) return;
    const row = this.newRow(column.between[at]);
    column.cuts.splice(at, 0, cut);
    column.between.splice(at + 1, 0, row);
  }

  private newRow(like?: number): number {
    const { words } = this;
    const row = this.used++;
    this.bits = grown(this.bits, this.used * words, ALL);
    if (like !== undefined) this.bits.copyWithin(row * words, like * words, (like + 1) * words);
    return row;
  }

  private turnOff(row: number, clause: number): void {
    const at = row * this.words + (clause >> 5);
    this.bits[at] = (this.bits[at] ?? ALL) & ~(1 << (clause & 31));
  }
}

/** A text that equals no point of any rule that can be saved. */
export const OTHER = '\uffff other \uffff';

function rowFor(column: GridColumn, actual: FactValue | typeof GONE): number {
  if (actual === GONE) return column.gone;
  if (actual === null) return column.missing;
  if (typeof actual === 'number') return column.between[intervalOf(column.cuts, actual)] ?? column.other;
  return typeof actual === 'object' ? column.other : (column.at.get(actual) ?? column.other);
}

/** How many cuts lie at or below the number. */
function intervalOf(cuts: readonly number[], number: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
