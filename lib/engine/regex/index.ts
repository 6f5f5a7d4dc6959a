// Python's regular expressions: CPython 3.11's `re.compile(pattern).fullmatch(text)` for str. See README.md.
// Text and patterns are JavaScript strings; a code point is one character, a lone surrogate is one as well.

import type { Ast } from './ast';
import { backtrackingCost, type Cost } from './cost';
import { PatternError, type RegexError } from './errors';
import { type Outcome, runMatcher } from './matcher';
import { nativeSource } from './native-source';
import { parse } from './parser';
import { assemble, type Program } from './program';
import { type RequiredLiterals, requiredLiterals } from './required-literals';
import { findWarnings, type RegexWarning } from './warnings';

export { foldText } from './case-folding';
export type { RegexError } from './errors';
export type { RequiredLiterals } from './required-literals';
export type { RegexWarning, WarningCode } from './warnings';

export interface CompileOptions {
  ignoreCase?: boolean;
  /** Steps one match may take before it answers 'budget'; deterministic, roughly 10–50 million a second. */
  budget?: number;
  /** False: always the matcher, so that tests can compare both engines. */
  native?: boolean;
}

/** [start, end) in UTF-16 units, as `text.slice` takes them. */
export type Span = [number, number];

export type MatchResult =
  | {
      kind: 'match';
      /** Index 0 is the whole text. */
      groups: (string | undefined)[];
      spans: (Span | undefined)[];
      named: Record<string, string | undefined>;
    }
  | { kind: 'no_match' }
  | { kind: 'budget' };

export type CompileResult = { ok: true; regex: PythonRegex } | { ok: false; error: RegexError };

export const DEFAULT_BUDGET = 3_000_000;
/** Native steps that a text may cost at worst; longer texts go to the matcher, which counts. */
const NATIVE_LIMIT = 20_000_000;
const MAX_NATIVE_FACTOR = 2_000;

/** Never throws for a bad pattern. */
export function compile(pattern: string, options: CompileOptions = {}): CompileResult {
  try {
    return { ok: true, regex: new PythonRegex(pattern, parse(pattern, options.ignoreCase ?? false), options) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { reason, position, unsupported } = error;
    const index = Array.from(pattern).slice(0, position).join('').length;
    return { ok: false, error: { reason, position, index, ...(unsupported && { unsupported }) } };
  }
}

export class PythonRegex {
  readonly engine: 'native' | 'matcher';
  readonly warnings: readonly RegexWarning[];
  readonly groupCount: number;
  readonly requiredLiterals: RequiredLiterals | null;
  private readonly budget: number;
  private readonly source: string | undefined;
  private readonly nativeLength: number;
  private readonly hasReference: boolean;
  private tester: RegExp | undefined;
  private finder: RegExp | undefined;
  private program: Program | undefined;

  constructor(
    readonly pattern: string,
    private readonly ast: Ast,
    options: CompileOptions,
  ) {
    this.budget = options.budget ?? DEFAULT_BUDGET;
    this.groupCount = ast.groups;
    const cost = backtrackingCost(ast.body);
    const cheap = options.native !== false && cost && cost.factor <= MAX_NATIVE_FACTOR;
    this.source = cheap ? nativeSource(ast) : undefined;
    this.engine = this.source === undefined ? 'matcher' : 'native';
    this.nativeLength = cost ? longestText(cost) : 0;
    this.hasReference = this.source !== undefined && /\(\?:\\\d/.test(this.source);
    this.warnings = findWarnings(ast.body);
    this.requiredLiterals = requiredLiterals(ast.body) ?? null;
  }

  test(text: string): boolean | 'budget' {
    if (this.nativeFor(text)) {
      this.tester ??= new RegExp(this.source ?? '', 'u');
      return this.tester.test(text);
    }
    const { kind } = this.run(codePoints(text));
    return kind === 'budget' ? kind : kind === 'match';
  }

  fullmatch(text: string): MatchResult {
    if (this.nativeFor(text)) {
      this.finder ??= new RegExp(this.source ?? '', 'du');
      const found = this.finder.exec(text);
      return found?.indices ? this.matched(text, Array.from(found.indices)) : { kind: 'no_match' };
    }
    const outcome = this.run(codePoints(text));
    if (outcome.kind !== 'match') return outcome;
    return this.matched(text, utf16Spans(text, outcome.spans));
  }

  private nativeFor(text: string): boolean {
    if (this.source === undefined || text.length > this.nativeLength) return false;
    return !(this.hasReference && /[\ud800-\udfff]/.test(text));
  }

  private run(points: Uint32Array): Outcome {
    this.program ??= assemble(this.ast);
    return runMatcher(this.program, points, this.budget);
  }

  private matched(text: string, spans: (Span | undefined)[]): MatchResult {
    const groups = spans.map((span) => span && text.slice(...span));
    const named = Object.fromEntries([...this.ast.names].map(([name, group]) => [name, groups[group]]));
    return { kind: 'match', groups, spans, named };
  }
}

function longestText({ factor, degree }: Cost): number {
  return degree === 0 ? Number.POSITIVE_INFINITY : (NATIVE_LIMIT / factor) ** (1 / degree);
}

function codePoints(text: string): Uint32Array {
  const out = new Uint32Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    out[length++] = point;
  }
  return length === text.length ? out : out.subarray(0, length);
}

function utf16Spans(text: string, spans: readonly (Span | undefined)[]): (Span | undefined)[] {
  if (!/[\ud800-\udbff]/.test(text)) return [...spans];
  const offsets = [0];
  for (const char of text) offsets.push((offsets.at(-1) ?? 0) + char.length);
  return spans.map((span) => span && [offsets[span[0]] ?? 0, offsets[span[1]] ?? 0]);
}
