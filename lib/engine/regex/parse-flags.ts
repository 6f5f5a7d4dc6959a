// Inline flags: `(?im)` for the whole pattern, `(?i-s:…)` for a group. TypeScript sees them as one record.

import type { CaseMode } from './case-folding';
import { type PatternReader, tokenLength } from './pattern-reader';
import { alphaChars } from './unicode';

export interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  verbose: boolean;
  ascii: boolean;
}

export type FlagChange = Partial<Flags>;

const FLAG_OF: Record<string, keyof Flags | 'unicode' | 'locale' | 'template'> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'verbose',
  a: 'ascii',
  u: 'unicode',
  L: 'locale',
  t: 'template',
};

export function isFlag(token: string): boolean {
  return Object.hasOwn(FLAG_OF, token);
}

export function caseMode(flags: Flags): CaseMode {
  if (!flags.ignoreCase) return 'exact';
  return flags.ascii ? 'ascii' : 'unicode';
}

export interface GlobalFlags {
  change: FlagChange;
  types: Set<string>;
}

/** After `(?` and its first flag or `-`. Global flags end with `)`, scoped ones with `:`. */
export function parseFlags(reader: PatternReader, first: string): { global: boolean } & GlobalFlags {
  const added = new Set<string>();
  const removed = new Set<string>();
  const stop = first === '-' ? '-' : readAdded(reader, first, added);
  if (stop === ')') {
    if (added.has('t')) reader.refuse('the template flag is not supported', 1);
    return { global: true, ...changeOf(added, removed) };
  }
  if (added.has('t')) reader.fail('bad inline flags: cannot turn on global flag', 1);
  if (stop === '-') readRemoved(reader, removed);
  if (removed.has('t')) reader.fail('bad inline flags: cannot turn off global flag', 1);
  if ([...added].some((flag) => removed.has(flag))) reader.fail('bad inline flags: flag turned on and off', 1);
  return { global: false, ...changeOf(added, removed) };
}

function readAdded(reader: PatternReader, first: string, added: Set<string>): string {
  let flag = first;
  for (;;) {
    if (flag === 'L') reader.fail("bad inline flags: cannot use 'L' flag with a str pattern");
    added.add(flag);
    if (added.has('a') && added.has('u')) {
      reader.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    }
    const next = reader.get();
    if (next === undefined) reader.fail('missing -, : or )');
    if (next === ')' || next === '-' || next === ':') return next;
    requireFlag(reader, next, 'missing -, : or )');
    flag = next;
  }
}

function readRemoved(reader: PatternReader, removed: Set<string>): void {
  let flag = reader.get();
  if (flag === undefined) reader.fail('missing flag');
  requireFlag(reader, flag, 'missing flag');
  for (;;) {
    if (flag === 'a' || flag === 'u' || flag === 'L') {
      reader.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    }
    removed.add(flag);
    flag = reader.get();
    if (flag === undefined) reader.fail('missing :');
    if (flag === ':') return;
    requireFlag(reader, flag, 'missing :');
  }
}

function requireFlag(reader: PatternReader, token: string, otherwise: string): void {
  if (isFlag(token)) return;
  const letter = tokenLength(token) === 1 && alphaChars().has(token.codePointAt(0) ?? 0);
  reader.fail(letter ? 'unknown flag' : otherwise, tokenLength(token));
}

function changeOf(added: Set<string>, removed: Set<string>): GlobalFlags {
  const change: FlagChange = {};
  for (const [flags, value] of [
    [added, true],
    [removed, false],
  ] as const) {
    for (const flag of flags) {
      const name = FLAG_OF[flag];
      if (name === 'unicode') change.ascii = false;
      else if (name && name !== 'locale' && name !== 'template') change[name] = value;
    }
  }
  return { change, types: added };
}
