/**
 * One Aho-Corasick pass over a text finds every literal that it holds. Literals can be added at any time: failure links
 * are computed when a scan first needs them and forgotten when the trie grows, so that adding costs the length of the
 * literal, and a scan pays at most for the states that it visits.
 */
import { grown } from './int-list';

const ASCII = 128;
const ROOT = 0;
/** From this many children on, a state finds its ASCII children in a row instead of along their chain. */
const CROWDED = 4;

/** ASCII units to their lower case. */
const LOWER = Uint8Array.from({ length: ASCII }, (_, unit) => (unit >= 65 && unit <= 90 ? unit + 32 : unit));

export class LiteralSearch {
  private states = 1;
  private unit = new Int32Array(64);
  private parent = new Int32Array(64);
  private firstChild = new Int32Array(64);
  private sibling = new Int32Array(64);
  private literal = new Int32Array(64).fill(-1);
  /** Start of the state's row of ASCII children, or -1. */
  private row = new Int32Array(64).fill(-1);
  private rows = new Int32Array(ASCII);
  private rowsUsed = ASCII;
  /** The state of the longest proper suffix, and the nearest state along these that ends a literal. */
  private failure = new Int32Array(64);
  private ending = new Int32Array(64);
  /** The version in which the two were computed. */
  private linked = new Int32Array(64);
  private version = 1;
  private literals = 0;
  private seen = new Int32Array(16);
  private pass = 0;

  constructor() {
    this.row[ROOT] = 0;
    this.literal[ROOT] = -1;
  }

  /** The number of the literal: 0, 1, … in the order in which new ones are added. It must not be empty. */
  add(text: string): number {
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      state = this.child(state, unit) || this.grow(state, unit);
    }
    const known = this.literal[state] ?? -1;
    if (known >= 0) return known;
    this.version++;
    this.literal[state] = this.literals;
    this.seen = grown(this.seen, this.literals + 1);
    return this.literals++;
  }

  /** Calls `found` once for each literal in the lower case of an ASCII text. False when the text is not all ASCII. */
  scanAscii(text: string, found: (literal: number) => void): boolean {
    const { row, rows } = this;
    this.pass++;
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= ASCII) return false;
      const lower = LOWER[unit] ?? 0;
      const at = row[state] ?? -1;
      const next = at >= 0 ? (rows[at + lower] ?? 0) : this.child(state, lower);
      state = next !== ROOT || state === ROOT ? next : this.fallBack(state, lower);
      if (state !== ROOT) this.report(state, found);
    }
    return true;
  }

  /** Calls `found` once for each literal in the text as it stands. */
  scan(text: string, found: (literal: number) => void): void {
    this.pass++;
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next = this.child(state, unit);
      state = next !== ROOT || state === ROOT ? next : this.fallBack(state, unit);
      if (state !== ROOT) this.report(state, found);
    }
  }

  private report(state: number, found: (literal: number) => void): void {
    for (let at = state; at !== ROOT; at = this.ending[at] ?? 0) {
      const literal = this.literal[at] ?? -1;
      if (literal >= 0) {
        // What ends here as well was told together with it.
        if (this.seen[literal] === this.pass) return;
        this.seen[literal] = this.pass;
        found(literal);
      }
      if (this.linked[at] !== this.version) this.link(at);
    }
  }

  private fallBack(from: number, unit: number): number {
    let state = from;
    while (state !== ROOT) {
      if (this.linked[state] !== this.version) this.link(state);
      state = this.failure[state] ?? 0;
      const next = this.child(state, unit);
      if (next !== ROOT) return next;
    }
    return ROOT;
  }

  private link(state: number): void {
    const parent = this.parent[state] ?? 0;
    const failure = parent === ROOT ? ROOT : this.fallBack(parent, this.unit[state] ?? 0);
    if (failure !== ROOT && this.linked[failure] !== this.version) this.link(failure);
    this.failure[state] = failure;
    this.ending[state] = (this.literal[failure] ?? -1) >= 0 ? failure : (this.ending[failure] ?? 0);
    this.linked[state] = this.version;
  }

  private child(state: number, unit: number): number {
    const row = this.row[state] ?? -1;
    if (row >= 0 && unit < ASCII) return this.rows[row + unit] ?? 0;
    let child = this.firstChild[state] ?? 0;
    while (child !== ROOT && this.unit[child] !== unit) child = this.sibling[child] ?? 0;
    return child;
  }

  private grow(parent: number, unit: number): number {
    const state = this.states++;
    this.reserve(this.states);
    this.version++;
    this.unit[state] = unit;
    this.parent[state] = parent;
    this.sibling[state] = this.firstChild[parent] ?? 0;
    this.firstChild[parent] = state;
    const row = this.row[parent] ?? -1;
    if (row < 0) this.spread(parent);
    else if (unit < ASCII) this.rows[row + unit] = state;
    return state;
  }

  /** Gives a crowded state a row. */
  private spread(state: number): void {
    const children: number[] = [];
    for (let child = this.firstChild[state] ?? 0; child !== ROOT; child = this.sibling[child] ?? 0)
      children.push(child);
    if (children.length < CROWDED) return;
    const row = this.rowsUsed;
    this.rowsUsed += ASCII;
    this.rows = grown(this.rows, this.rowsUsed);
    this.row[state] = row;
    for (const child of children) {
      const unit = this.unit[child] ?? 0;
      if (unit < ASCII) this.rows[row + unit] = child;
    }
  }

  private reserve(states: number): void {
    if (states <= this.unit.length) return;
    this.unit = grown(this.unit, states);
    const length = this.unit.length;
    this.parent = grown(this.parent, length);
    this.firstChild = grown(this.firstChild, length);
    this.sibling = grown(this.sibling, length);
    this.literal = grown(this.literal, length, -1);
    this.row = grown(this.row, length, -1);
    this.failure = grown(this.failure, length);
    this.ending = grown(this.ending, length);
    this.linked = grown(this.linked, length);
  }
}
