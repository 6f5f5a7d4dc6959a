import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runFuzz } from '@/scripts/fuzz-regex';
import { type CompileOptions, compile, foldText, type PythonRegex } from './index';

interface Case {
  pattern: string;
  error?: string;
  position?: number | null;
  results?: { text: string; spans?: (number[] | null)[] | null; matches?: boolean }[];
}

// Read, not imported: the bundler's JSON parser refuses escaped lone surrogates.
function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

const cases = readJson<Record<'tricky' | 'fuzz', Case[]>>('./cases.json');
const conformance =
  readJson<{ about: string; pattern: string; texts: string[]; fullmatch: boolean[] | 'error' }[]>('./conformance.json');

function regexOf(pattern: string, options?: CompileOptions): PythonRegex {
  const compiled = compile(pattern, options);
  if (!compiled.ok) throw new Error(compiled.error.reason);
  return compiled.regex;
}

function spansOf(pattern: string, text: string): (number[] | null)[] | null {
  const found = regexOf(pattern).fullmatch(text);
  const point = (at: number): number => Array.from(text.slice(0, at)).length;
  return found.kind === 'match' ? found.spans.map((span) => (span ? span.map(point) : null)) : null;
}

describe('conformance cases', () => {
  it.each(conformance)('$about: $pattern', ({ pattern, texts, fullmatch }) => {
    if (fullmatch === 'error') expect(compile(pattern).ok).toBe(false);
    else expect(texts.map((text) => regexOf(pattern).test(text))).toEqual(fullmatch);
  });
});

describe.each(['tricky', 'fuzz'] as const)('what Python answers: %s', (name) => {
  it.each(cases[name])('$pattern', ({ pattern, error, position, results }) => {
    const compiled = compile(pattern);
    if (error !== undefined) {
      expect(compiled.ok ? 'accepted' : compiled.error.reason).toBe(error);
      if (position !== null && !compiled.ok) expect(compiled.error.position).toBe(position);
      return;
    }
    for (const { text, spans, matches } of results ?? []) {
      if (matches) expect(regexOf(pattern).test(text)).toBe(true);
      else expect(spansOf(pattern, text)).toEqual(spans);
    }
  });
});

describe('errors', () => {
  it('give the place as code points and as an index', () => {
    const compiled = compile('😀😀*+*');
    expect(compiled).toEqual({ ok: false, error: { reason: 'multiple repeat', position: 4, index: 6 } });
  });

  it.each([['\\N{DIGIT ONE}'], ['(?t)a'], [`${'('.repeat(200)}${')'.repeat(200)}`]])(
    'refuse by name: %s',
    (pattern) => {
      const compiled = compile(pattern);
      expect(!compiled.ok && compiled.error.unsupported).toBe(true);
    },
  );

  it('survive absurd nesting', () => {
    expect(compile('(?:'.repeat(100_000)).ok).toBe(false);
    expect(compile('(?(1)'.repeat(100_000)).ok).toBe(false);
  });
});

const LONG = 'a'.repeat(10_000);

describe('catastrophic patterns on 10,000 characters', () => {
  it.each([
    ['(a*)*b', false],
    ['(a+)+b', false],
    ['(a|a)*b', false],
    ['(?:a|aa)+$', true],
    ['(?:a{1,3}){1,20}b', false],
    ['((a|b)*c?)*d', false],
    ['(?:.*?a)*?b', false],
    ['.*.*.*.*x', false],
    ['(a*)(a*)(a*)(a*)\\4\\3b', 'budget'],
    ['(.*)*\\1b', 'budget'],
  ] as const)('%s is %s', (pattern, expected) => {
    const started = performance.now();
    expect(regexOf(pattern).test(LONG)).toBe(expected);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('answer the same for the same budget', () => {
    expect(regexOf('(a*)*b', { budget: 1000 }).fullmatch(LONG)).toEqual({ kind: 'budget' });
    expect(regexOf('(a*)*b').fullmatch(LONG)).toEqual({ kind: 'no_match' });
  });

  it('keep deep backtracking off the call stack', () => {
    expect(regexOf('(?:(a)|b)*', { budget: 1e8 }).test('a'.repeat(300_000))).toBe(true);
  });
});

describe('results', () => {
  it('carry groups, names and spans in UTF-16 units', () => {
    expect(regexOf('😀(?P<n>b)(c)?').fullmatch('😀b')).toEqual({
      kind: 'match',
      groups: ['😀b', 'b', undefined],
      spans: [[0, 3], [2, 3], undefined],
      named: { n: 'b' },
    });
  });

  it('say which engine runs', () => {
    expect(regexOf('.*refund.*').engine).toBe('native');
    expect(regexOf('(?:a|ab)*c').engine).toBe('matcher');
  });
});

describe('required literals', () => {
  it.each([
    ['.*refund.*', { anyOf: ['refund'], folded: false }],
    ['(hi|hello)\\b.*', { anyOf: ['hi', 'hello'], folded: false }],
    ['(?i).*Kiss.*', { anyOf: [foldText('kiss')], folded: true }],
    ['a*', null],
    ['(?:abc)?', null],
    ['(?!abc).*', null],
  ])('%s', (pattern, expected) => {
    expect(regexOf(pattern).requiredLiterals).toEqual(expected);
  });

  it('fold what IGNORECASE holds equal', () => {
    expect(foldText('KİſΣS')).toBe(foldText('\u212aiSςs'));
  });
});

describe('warnings', () => {
  it.each([
    ['(a+)+b', ['nested_quantifier']],
    ['(a|ab|ac)*', ['ambiguous_alternation']],
    ['\\d+\\w+x', ['adjacent_overlapping_loops']],
    ['(?:\\w+,)*', []],
    ['[a-z]+@[a-z]+', []],
  ])('%s', (pattern, codes) => {
    expect(regexOf(pattern).warnings.map((warning) => warning.code)).toEqual(codes);
  });
});

// Earlier ones of 3.11 have faults with possessive repetition that were mended since.
const isOracle = 'import sys; sys.exit(not (3, 11, 7) <= sys.version_info[:3] < (3, 12))';
const hasPython = spawnSync('python3', ['-c', isOracle]).status === 0;

describe.skipIf(!hasPython)('against CPython 3.11', () => {
  it('agrees on 2,000 random patterns', { timeout: 60_000 }, () => {
    expect(runFuzz(2000, 20_240_728).disagreements).toEqual([]);
  });
});
