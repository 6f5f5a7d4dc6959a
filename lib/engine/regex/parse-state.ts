// What parsing a pattern knows, and how the parts of the grammar reach each other.

import type { Node, Width } from './ast';
import { pythonRepr } from './errors';
import type { Flags } from './parse-flags';
import { PatternReader } from './pattern-reader';

export interface Grammar {
  alternatives(state: ParseState, scope: Scope): Node[];
  sequence(state: ParseState, scope: Scope, first: boolean): Node[];
}

const NESTING_LIMIT = 150;

/** What is known of the pattern so far; groups are numbered from 1, index 0 is the whole match. */
export class ParseState {
  readonly reader: PatternReader;
  readonly names = new Map<string, number>();
  readonly widths: (Width | undefined)[] = [undefined];
  readonly conditionPositions = new Map<number, number>();
  readonly typeFlags = new Set<string>();
  /** Number of groups when the outermost look-behind began. */
  lookbehindGroups: number | undefined;

  constructor(
    pattern: string,
    public flags: Flags,
    /** The parts of the grammar that parentheses hold again. */
    readonly grammar: Grammar,
  ) {
    this.reader = new PatternReader(pattern);
  }

  get groupCount(): number {
    return this.widths.length;
  }

  isClosed(group: number): boolean {
    return group < this.groupCount && this.widths[group] !== undefined;
  }

  checkLookbehind(group: number): void {
    if (this.lookbehindGroups === undefined) return;
    if (!this.isClosed(group)) this.reader.fail('cannot refer to an open group');
    if (group >= this.lookbehindGroups) {
      this.reader.fail('cannot refer to group defined in the same lookbehind subpattern');
    }
  }
}

/** Where parsing stands: scoped flags (undefined: the pattern's own), verbose mode, nesting. */
export interface Scope {
  flags: Flags | undefined;
  verbose: boolean;
  depth: number;
}

export function checkNesting(state: ParseState, scope: Scope): void {
  if (scope.depth > NESTING_LIMIT) state.reader.refuse(`more than ${NESTING_LIMIT} nested groups are not supported`);
}

export function redefinition(name: string, group: number, was: number): string {
  return `redefinition of group name ${pythonRepr(name)} as group ${group}; was group ${was}`;
}
