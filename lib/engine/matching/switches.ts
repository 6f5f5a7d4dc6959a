/**
 * Bits with a default that single facts turn on or off: which rules a name, a tag or a word in the message concerns.
 * A clause has one bit in each of three lanes, so that it can have three such conditions; a fourth lane says which
 * clauses are alive. The lanes of 32 clauses lie beside each other.
 */
import type { Fold, Point } from '../definition';
import { GONE } from '../evaluate';
import { isPlainAscii } from '../plain-search';
import type { Facts, FactValue } from '../value';
import { type FactReader, MISSHAPEN, readFact } from './fact-shape';
import { grown } from './int-list';
import { LiteralSearch } from './literal-search';
import { Targets, type Wanted } from './targets';
import { applyTurn, newTurn, type Turn } from './turn';

const LANES = 4;
/** Lanes that conditions can use. */
export const FREE_LANES = 3;
const ALIVE = 3;

export interface ValueSource extends FactReader {
  readonly keysOf: ((actual: string) => readonly string[]) | undefined;
  readonly at: Map<Point, Turn>;
  /** When there is no value. */
  readonly missing: Turn;
  /** When the field is asked of something that is not there. */
  readonly gone: Turn;
}

export interface TextSource extends FactReader {
  readonly search: LiteralSearch;
  readonly targets: Targets;
  readonly folds: Set<Fold>;
  readonly gone: Turn;
}

export class Switches {
  private defaults = new Int32Array(0);
  /** The lanes as the last facts left them: word `w` of lane `l` at `w * LANES + l`. */
  private lanes = new Int32Array(0);
  private readonly values = new Map<string, ValueSource>();
  private readonly texts = new Map<string, TextSource>();
  /** Whether all texts of the last facts are plain, so that words decide about their patterns. */
  arePlain = true;
  private targets: Targets | undefined;
  private readonly found = (literal: number, end: number) => this.targets?.turn(this.lanes, literal, end) ?? true;

  /** Makes a clause alive, with all its lanes on. */
  open(clause: number): void {
    this.defaults = grown(this.defaults, ((clause >> 5) + 1) * LANES);
    this.lanes = grown(this.lanes, this.defaults.length);
    for (let lane = 0; lane < LANES; lane++) this.setDefault(bitOf(clause, lane), true);
  }

  close(clause: number): void {
    this.setDefault(bitOf(clause, ALIVE), false);
  }

  setDefault(bit: number, on: boolean): void {
    const at = bit >> 5;
    const mask = 1 << (bit & 31);
    this.defaults[at] = on ? (this.defaults[at] ?? 0) | mask : (this.defaults[at] ?? 0) & ~mask;
  }

  textSource(key: string, reader: FactReader): TextSource {
    const known = this.texts.get(key);
    if (known) return known;
    const parts = { search: new LiteralSearch(), targets: new Targets(), folds: new Set<Fold>(), gone: newTurn() };
    const source = { ...reader, ...parts };
    this.texts.set(key, source);
    return source;
  }

  valueSource(name: string, reader: FactReader, keysOf: ValueSource['keysOf']): ValueSource {
    const known = this.values.get(name);
    if (known) return known;
    const source = { ...reader, keysOf, at: new Map<Point, Turn>(), missing: newTurn(), gone: newTurn() };
    this.values.set(name, source);
    return source;
  }

  /** Puts together what the next literals turn, at most `count` of them; whether that were all. */
  arrange(count: number): boolean {
    let left = count;
    for (const { targets } of this.texts.values()) left -= targets.arrange(left);
    return left > 0;
  }

  /** Turns the lanes to these facts. False when a fact has not the type of its field. */
  turn(facts: Facts): boolean {
    this.lanes.set(this.defaults);
    this.arePlain = true;
    for (const source of this.values.values()) {
      const actual = readFact(source, facts);
      if (actual === MISSHAPEN) return false;
      if (actual === GONE) this.apply(source.gone);
      else this.turnValue(source, actual);
    }
    for (const source of this.texts.values()) {
      const actual = readFact(source, facts);
      if (actual === MISSHAPEN) return false;
      if (actual === GONE) this.apply(source.gone);
      else this.turnText(source, String(actual));
    }
    return true;
  }

  /** The clauses whose lanes are all on. */
  survivors(alive: Int32Array, words: number): void {
    const { lanes } = this;
    for (let word = 0, lane = 0; word < words; word++, lane += LANES) {
      alive[word] = (lanes[lane] ?? 0) & (lanes[lane + 1] ?? 0) & (lanes[lane + 2] ?? 0) & (lanes[lane + 3] ?? 0);
    }
  }

  private turnValue(source: ValueSource, actual: FactValue): void {
    if (actual === null) this.apply(source.missing);
    else if (typeof actual === 'object') for (const item of actual) this.apply(source.at.get(item));
    else if (source.keysOf) for (const key of source.keysOf(String(actual))) this.apply(source.at.get(key));
    else this.apply(source.at.get(actual));
  }

  private turnText({ search, targets, folds }: TextSource, text: string): void {
    this.targets = targets;
    const isPlain = isPlainAscii(text);
    targets.read(text, isPlain, undefined);
    if (search.scanAscii(text, this.found)) {
      this.arePlain &&= isPlain;
      return;
    }
    this.arePlain = false;
    for (const fold of folds) {
      targets.read(text, false, fold);
      search.scan(fold(text), this.found);
    }
  }

  private apply(turn: Turn | undefined): void {
    if (turn !== undefined) applyTurn(this.lanes, turn);
  }
}

export function bitOf(clause: number, lane: number): number {
  return (((clause >> 5) * LANES + lane) << 5) | (clause & 31);
}

/** The turn for a literal; one that wants the same is shared. */
export function targetOf(source: TextSource, literal: string, wanted: Omit<Wanted, 'length'>): Turn {
  source.folds.add(wanted.fold);
  return source.targets.of(source.search.add(literal), { ...wanted, length: literal.length });
}

/** The turn for a value; one that is already there is shared. */
export function turnAt(source: ValueSource, point: Point): Turn {
  const known = source.at.get(point);
  if (known) return known;
  const turn = newTurn();
  source.at.set(point, turn);
  return turn;
}
