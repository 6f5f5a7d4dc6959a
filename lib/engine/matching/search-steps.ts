/**
 * The steps that scans of ASCII texts have taken, in one table: a row for each state that was visited, a column for each
 * unit that stands in a literal. Rows are made in the order of the visits, so that what is frequent lies together, and
 * mostly fill one line of the processor's cache: a scan waits for memory more than for anything else.
 */
import { grown } from './int-list';

export const ASCII = 128;
export const ROOT = 0;
/** A step that nobody has taken yet. */
export const UNKNOWN = 0xffff;

/** All steps are forgotten when the table has this many rows. */
const MAX_ROWS = 8_192;
/** Rows have at least 32 columns. */
const LEAST_SHIFT = 5;

/** ASCII units to their lower case. */
export const LOWER = Uint8Array.from({ length: ASCII }, (_, unit) => (unit >= 65 && unit <= 90 ? unit + 32 : unit));

export class Steps {
  /** The column of each ASCII unit; 0 is for all that stand in no literal. */
  readonly classes = new Uint8Array(ASCII);
  private columns = 1;
  /** Rows begin at multiples of 2 to this power. */
  shift = LEAST_SHIFT;
  /** At `(row << shift) | column`: the next row, times 2, and in the lowest bit whether a literal ends there. */
  cells = new Uint16Array(0);
  private rows = 0;
  /** The state of each row. */
  states = new Int32Array(64);
  private rowsByState = new Map<number, number>();
  version = 0;

  /** Gives a unit of a literal a column of its own. */
  tellApart(unit: number): void {
    if (unit >= ASCII || this.classes[unit] !== 0) return;
    const column = this.columns++;
    for (let each = 0; each < ASCII; each++) if (LOWER[each] === LOWER[unit]) this.classes[each] = column;
    if (this.columns > 1 << this.shift) this.shift++;
    this.forget(0);
  }

  forget(version: number): void {
    this.version = version;
    this.rows = 0;
    this.rowsByState.clear();
  }

  rowOf(state: number): number {
    return this.rowsByState.get(state) ?? this.newRow(state);
  }

  /** Keeps where a unit leads; tells the row of where it comes from. */
  remember(from: number, unit: number, to: number, ends: boolean): number {
    if (this.rows >= MAX_ROWS && !this.rowsByState.has(to)) this.forget(this.version);
    const row = this.rowOf(from);
    const cell = (this.rowOf(to) << 1) | (ends ? 1 : 0);
    this.cells[(row << this.shift) | (this.classes[unit] ?? 0)] = cell;
    return row;
  }

  private newRow(state: number): number {
    const row = this.rows++;
    const end = this.rows << this.shift;
    if (end > this.cells.length) {
      const cells = new Uint16Array(Math.ceil(end * 1.25));
      cells.set(this.cells);
      this.cells = cells;
    }
    this.cells.fill(UNKNOWN, row << this.shift, end);
    this.states = grown(this.states, this.rows);
    this.states[row] = state;
    this.rowsByState.set(state, row);
    return row;
  }
}
