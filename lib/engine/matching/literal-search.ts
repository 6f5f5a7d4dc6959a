/**
 * One Aho-Corasick pass over a text finds every literal that it holds. Literals can be added at any time: failure links
 * are computed when a scan first needs them and forgotten when the trie grows, so that adding costs the length of the
 * literal, and a scan pays at most for the states that it visits. Scans of ASCII texts remember their steps in a table.
 */
import { grown } from './int-list';
import { ASCII, LOWER, ROOT, Steps, UNKNOWN } from './search-steps';

/** Fields of a state. */
const UNIT = 0;
const PARENT = 1;
const CHILD = 2;
const SIBLING = 3;
/** Start of the state's row of ASCII children, or -1. */
const ROW = 4;
/** The state of the longest proper suffix. */
const FAILURE = 5;
/** The version in which this and the next ending were found. */
const LINKED = 6;
/** The version in which it was found that no literal ends here. */
const QUIET = 7;
const WIDTH = 8;

/** What is asked of a state where a literal ends, in a list of its own: scans jump about in it, so it is kept small. */
/** The number of the literal that ends here, or -1. */
const LITERAL = 0;
/** The nearest state along the failures that ends a literal. */
const ENDING = 1;
/** The pass in which the literal was told often enough, and that in which all that ends here was. */
const TOLD = 2;
const SETTLED = 3;
const END_WIDTH = 4;

/** From this many children on, a state finds its ASCII children in a row instead of along their chain. */
const CROWDED = 4;

/** Is told a literal's number and where, behind its end, it was found; false asks for its other places as well. */
export type Found = (literal: number, end: number) => boolean;

export class LiteralSearch {
  private states = 1;
  /** What is known of each state, side by side, so that a scan touches little memory. */
  private state = new Int32Array(64 * WIDTH);
  private ends = new Int32Array(64 * END_WIDTH);
  private rows = new Int32Array(ASCII);
  private rowsUsed = ASCII;
  private version = 1;
  private literals = 0;
  private pass = 0;
  private readonly steps = new Steps();
  /** The states at which literals ended in an ASCII text, each with its place. */
  private readonly hits: number[] = [];

  constructor() {
    this.ends[LITERAL] = -1;
  }

  /** The number of the literal: 0, 1, … in the order in which new ones are added. It must not be empty. */
  add(text: string): number {
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.steps.tellApart(unit);
      state = this.child(state, unit) || this.grow(state, unit);
    }
    const known = this.ends[state * END_WIDTH + LITERAL] ?? -1;
    if (known >= 0) return known;
    this.version++;
    this.ends[state * END_WIDTH + LITERAL] = this.literals;
    return this.literals++;
  }

  /** Tells the literals in the lower case of an ASCII text. False, and nothing told, when the text is not all ASCII. */
  scanAscii(text: string, found: Found): boolean {
    const { hits } = this;
    const count = this.walk(text);
    if (count < 0) return false;
    this.pass++;
    for (let i = 0; i < count; i += 2) this.report(hits[i] ?? ROOT, found, hits[i + 1] ?? 0);
    return true;
  }

  /** How long the list of hits is; below 0 when the text is not all ASCII. */
  private walk(text: string): number {
    const { steps, hits } = this;
    if (steps.version !== this.version) steps.forget(this.version);
    let row = steps.rowOf(ROOT);
    let count = 0;
    let at = 0;
    for (;;) {
      // Between two new steps the table stays where it is: the inner loop, which only reads, takes half the time so.
      const { classes, shift, cells, states } = steps;
      let unit = 0;
      for (; at < text.length; at++) {
        unit = text.charCodeAt(at);
        if (unit >= ASCII) return -1;
        const cell = cells[(row << shift) | (classes[unit] ?? 0)] ?? UNKNOWN;
        if (cell === UNKNOWN) break;
        row = cell >> 1;
        if ((cell & 1) === 0) continue;
        hits[count++] = states[row] ?? ROOT;
        hits[count++] = at + 1;
      }
      if (at >= text.length) return count;
      row = this.learn(row, unit);
    }
  }

  /** Finds where a unit leads from a row of the table; tells the row itself, which is another if the table was full. */
  private learn(row: number, asItStands: number): number {
    const unit = LOWER[asItStands] ?? 0;
    const from = this.steps.states[row] ?? ROOT;
    const child = this.child(from, unit);
    const state = child !== ROOT || from === ROOT ? child : this.fallBack(from, unit);
    if (state !== ROOT && this.state[state * WIDTH + LINKED] !== this.version) this.link(state);
    const ends = state !== ROOT && this.state[state * WIDTH + QUIET] !== this.version;
    return this.steps.remember(from, unit, state, ends);
  }

  /** Tells the literals in the text as it stands. */
  scan(text: string, found: Found): void {
    this.pass++;
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next = this.child(state, unit);
      state = next !== ROOT || state === ROOT ? next : this.fallBack(state, unit);
      if (state === ROOT) continue;
      if (this.state[state * WIDTH + LINKED] !== this.version) this.link(state);
      if (this.state[state * WIDTH + QUIET] !== this.version) this.report(state, found, i + 1);
    }
  }

  /** Tells what ends in a state that is linked, and so are all along the endings. */
  private report(state: number, found: Found, end: number): void {
    const { ends, pass } = this;
    let settled = true;
    for (let at = state * END_WIDTH; at !== ROOT; at = (ends[at + ENDING] ?? 0) * END_WIDTH) {
      if (ends[at + SETTLED] === pass) break;
      const literal = ends[at + LITERAL] ?? -1;
      if (literal < 0 || ends[at + TOLD] === pass) continue;
      if (found(literal, end)) ends[at + TOLD] = pass;
      else settled = false;
    }
    if (settled) ends[state * END_WIDTH + SETTLED] = pass;
  }

  private fallBack(from: number, unit: number): number {
    let state = from;
    while (state !== ROOT) {
      if (this.state[state * WIDTH + LINKED] !== this.version) this.link(state);
      state = this.state[state * WIDTH + FAILURE] ?? 0;
      const next = this.child(state, unit);
      if (next !== ROOT) return next;
    }
    return ROOT;
  }

  private link(state: number): void {
    const parent = this.state[state * WIDTH + PARENT] ?? 0;
    const failure = parent === ROOT ? ROOT : this.fallBack(parent, this.state[state * WIDTH + UNIT] ?? 0);
    if (failure !== ROOT && this.state[failure * WIDTH + LINKED] !== this.version) this.link(failure);
    this.state[state * WIDTH + FAILURE] = failure;
    this.ends[state * END_WIDTH + ENDING] =
      (this.ends[failure * END_WIDTH + LITERAL] ?? -1) >= 0 ? failure : (this.ends[failure * END_WIDTH + ENDING] ?? 0);
    this.state[state * WIDTH + LINKED] = this.version;
    if (this.ends[state * END_WIDTH + ENDING] === ROOT && (this.ends[state * END_WIDTH + LITERAL] ?? -1) < 0)
      this.state[state * WIDTH + QUIET] = this.version;
  }

  private child(state: number, unit: number): number {
    const row = this.state[state * WIDTH + ROW] ?? -1;
    if (row >= 0 && unit < ASCII) return this.rows[row + unit] ?? 0;
    let child = this.state[state * WIDTH + CHILD] ?? 0;
    while (child !== ROOT && this.state[child * WIDTH + UNIT] !== unit)
      child = this.state[child * WIDTH + SIBLING] ?? 0;
    return child;
  }

  private grow(parent: number, unit: number): number {
    const state = this.states++;
    this.state = grown(this.state, this.states * WIDTH);
    this.ends = grown(this.ends, this.states * END_WIDTH);
    this.ends[state * END_WIDTH + LITERAL] = -1;
    this.state[state * WIDTH + ROW] = -1;
    this.version++;
    this.state[state * WIDTH + UNIT] = unit;
    this.state[state * WIDTH + PARENT] = parent;
    this.state[state * WIDTH + SIBLING] = this.state[parent * WIDTH + CHILD] ?? 0;
    this.state[parent * WIDTH + CHILD] = state;
    const row = this.state[parent * WIDTH + ROW] ?? -1;
    if (row < 0) this.spread(parent);
    else if (unit < ASCII) this.rows[row + unit] = state;
    return state;
  }

  /** Gives a crowded state a row. */
  private spread(state: number): void {
    const children: number[] = [];
    for (
      let child = this.state[state * WIDTH + CHILD] ?? 0;
      child !== ROOT;
      child = this.state[child * WIDTH + SIBLING] ?? 0
    )
      children.push(child);
    if (children.length < CROWDED) return;
    const row = this.rowsUsed;
    this.rowsUsed += ASCII;
    this.rows = grown(this.rows, this.rowsUsed);
    this.state[state * WIDTH + ROW] = row;
    for (const child of children) {
      const unit = this.state[child * WIDTH + UNIT] ?? 0;
      if (unit < ASCII) this.rows[row + unit] = child;
    }
  }
}
