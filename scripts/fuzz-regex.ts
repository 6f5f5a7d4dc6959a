// Differential fuzz of lib/engine/regex against CPython: `npm run fuzz -- [count] [seed]`, of 20,000 patterns unless it is told.
// Needs python3 (3.11). Prints the seed and, for each disagreement, a shortened pattern; exits 1 when there are any.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compile, foldText, type PythonRegex } from '@/lib/engine/regex';
import { type FuzzCase, makeCase, Random } from './regex-cases';

export interface OracleAnswer {
  error?: string;
  position?: number | null;
  timeout?: boolean;
  results?: (false | string | ([number, number] | null)[])[];
}

export interface FuzzReport {
  patterns: number;
  texts: number;
  matches: number;
  errors: number;
  refused: number;
  oracleTimeouts: number;
  budget: number;
  native: number;
  /** Texts where CPython itself reports an internal error about a group's span; only the answer is compared. */
  oracleFaults: number;
  disagreements: { case: FuzzCase; ours: unknown; python: unknown; what: string }[];
}

type Disagree = (what: string, mine: unknown, theirs: unknown, texts?: string[]) => void;

const BATCH = 1000;

export function runFuzz(count: number, seed: number): FuzzReport {
  const random = new Random(seed);
  const report: FuzzReport = {
    patterns: 0,
    texts: 0,
    matches: 0,
    errors: 0,
    refused: 0,
    oracleTimeouts: 0,
    budget: 0,
    native: 0,
    oracleFaults: 0,
    disagreements: [],
  };
  for (let done = 0; done < count; done += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - done) }, () => makeCase(random));
    const answers = askPython(cases);
    cases.forEach((one, i) => {
      compare(one, answers[i] ?? { timeout: true }, report);
    });
  }
  return report;
}

export function askPython(cases: readonly FuzzCase[]): OracleAnswer[] {
  const script = fileURLToPath(new URL('./regex-oracle.py', import.meta.url));
  const input = cases.map((one) => escapeNonAscii(JSON.stringify(one))).join('\n');
  const { stdout, status } = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error('the oracle failed');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Lone surrogates only survive a pipe as escapes. */
function escapeNonAscii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function compare(one: FuzzCase, python: OracleAnswer, report: FuzzReport): void {
  report.patterns++;
  if (python.timeout) {
    report.oracleTimeouts++;
    return;
  }
  const ours = compile(one.pattern, { ignoreCase: one.ignoreCase });
  const disagree: Disagree = (what, mine, theirs, texts = one.texts) => {
    report.disagreements.push({ case: { ...one, texts }, ours: mine, python: theirs, what });
  };
  if (!ours.ok) {
    const { reason, position, unsupported } = ours.error;
    if (unsupported) report.refused++;
    else if (python.error !== reason || (python.position ?? position) !== position)
      disagree('error', ours.error, python);
    else report.errors++;
    return;
  }
  if (python.error !== undefined) {
    disagree('error', 'accepted', python);
    return;
  }
  if (ours.regex.engine === 'native') report.native++;
  const matcher = compile(one.pattern, { ignoreCase: one.ignoreCase, native: false });
  one.texts.forEach((text, i) => {
    const theirs = python.results?.[i];
    if (theirs === 'timeout' || theirs === undefined) {
      report.oracleTimeouts++;
      return;
    }
    compareText(ours.regex, text, theirs, report, disagree);
    if (ours.regex.engine === 'native' && matcher.ok) compareText(matcher.regex, text, theirs, report, disagree);
    if (theirs) checkRequired(ours.regex, text, disagree);
  });
}

function checkRequired(regex: PythonRegex, text: string, disagree: Disagree): void {
  const required = regex.requiredLiterals;
  if (!required) return;
  const searched = required.folded ? foldText(text) : text;
  if (!required.anyOf.some((literal) => searched.includes(literal)))
    disagree('required literals', required, true, [text]);
}

function compareText(
  regex: PythonRegex,
  text: string,
  theirs: false | string | ([number, number] | null)[],
  report: FuzzReport,
  disagree: Disagree,
): void {
  report.texts++;
  const result = regex.fullmatch(text);
  const quick = regex.test(text);
  if (result.kind === 'budget' || quick === 'budget') {
    report.budget++;
    return;
  }
  const mine =
    result.kind === 'match' && result.spans.map((span) => (span ? span.map((at) => codePoints(text, at)) : null));
  if (quick !== (mine !== false)) disagree('test() differs from fullmatch()', quick, mine, [text]);
  if (mine) report.matches++;
  if (typeof theirs === 'string' && theirs.startsWith('SystemError')) {
    report.oracleFaults++;
    if (!mine) disagree('match', mine, theirs, [text]);
    return;
  }
  if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
    disagree(mine && theirs ? 'spans' : 'match', mine, theirs, [text]);
  }
}

function codePoints(text: string, index: number): number {
  return Array.from(text.slice(0, index)).length;
}

/** Drops pieces of the pattern and text as long as the disagreement stays. */
function shorten(found: FuzzReport['disagreements'][number]): FuzzReport['disagreements'][number] {
  let best = found;
  for (let shrunk = true; shrunk; ) {
    const tries = shorter(best.case);
    const answers = askPython(tries);
    const next = tries.map((one, i) => again(one, answers[i] ?? {})).find((one) => one?.what === found.what);
    shrunk = next !== undefined;
    best = next ?? best;
  }
  return best;
}

function shorter(one: FuzzCase): FuzzCase[] {
  const [text = ''] = one.texts;
  const patterns = [4, 3, 2, 1].flatMap((size) => cuts(one.pattern, size)).map((pattern) => ({ ...one, pattern }));
  return [...patterns, ...(one.texts.length === 1 ? cuts(text, 1).map((cut) => ({ ...one, texts: [cut] })) : [])];
}

function cuts(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(0, i) + text.slice(i + size));
}

function again(one: FuzzCase, python: OracleAnswer): FuzzReport['disagreements'][number] | undefined {
  const report = runEmpty();
  compare(one, python, report);
  return report.disagreements[0];
}

function runEmpty(): FuzzReport {
  return runFuzz(0, 0);
}

if (process.argv[1]?.endsWith('fuzz-regex.ts')) {
  const count = Number(process.argv[2] ?? 20_000);
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const { disagreements, ...totals } = runFuzz(count, seed);
  console.log(JSON.stringify(totals), `disagreements: ${disagreements.length}`);
  for (const found of disagreements.slice(0, 8)) console.log(JSON.stringify(shorten(found)));
  process.exitCode = disagreements.length > 0 ? 1 : 0;
}
