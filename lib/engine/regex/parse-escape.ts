// Backslash escapes, outside and inside of classes.

import type { Anchor } from './ast';
import { classSet } from './case-folding';
import type { CharSet } from './char-set';
import { CharSet as Chars } from './char-set';
import { pythonRepr } from './errors';
import type { Flags } from './parse-flags';
import { type PatternReader, pointOf, tokenLength } from './pattern-reader';
import { digitChars, spaceChars, wordChars } from './unicode';

export type Escape =
  | { kind: 'char'; point: number }
  | { kind: 'category'; set: CharSet }
  | { kind: 'anchor'; anchor: Anchor }
  | { kind: 'reference'; group: number; text: string };

const CONTROL: Record<string, number> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const HEX_LENGTH: Record<string, number> = { x: 2, u: 4, U: 8 };
const HEX = /^[0-9a-fA-F]$/;
const OCTAL = /^[0-7]$/;
const DIGIT = /^[0-9]$/;
const ASCII_WORD = new Chars([48, 57, 65, 90, 95, 95, 97, 122]);
const ASCII_DIGIT = new Chars([48, 57]);
const ASCII_SPACE = new Chars([9, 13, 32, 32]);

export function wordSet(flags: Flags): CharSet {
  return flags.ascii ? ASCII_WORD : wordChars();
}

/** `token` is the backslash with its character; the reader stands behind it. */
export function parseEscape(reader: PatternReader, token: string, flags: Flags): Escape {
  const letter = token.slice(1);
  const anchor = ANCHORS[letter];
  if (anchor) return { kind: 'anchor', anchor };
  const simple = category(letter, flags) ?? control(letter);
  if (simple) return simple;
  if (letter === '0') return char(Number.parseInt(`0${reader.getWhile(2, OCTAL)}`, 8));
  if (DIGIT.test(letter)) return octalOrReference(reader, token);
  return commonEscape(reader, token);
}

export function parseClassEscape(reader: PatternReader, token: string, flags: Flags): Escape {
  const letter = token.slice(1);
  const simple = control(letter) ?? category(letter, flags);
  if (simple) return simple;
  if (OCTAL.test(letter)) {
    const text = token + reader.getWhile(2, OCTAL);
    return char(octalValue(reader, text));
  }
  if (DIGIT.test(letter)) return badEscape(reader, token);
  return commonEscape(reader, token);
}

const ANCHORS: Record<string, Anchor | undefined> = {
  A: 'text_start',
  Z: 'text_end',
  b: 'boundary',
  B: 'not_boundary',
};

function category(letter: string, flags: Flags): Escape | undefined {
  const set = positiveCategory(letter.toLowerCase(), flags);
  if (!set || letter.length !== 1 || !/[dswDSW]/.test(letter)) return undefined;
  const positive = letter === letter.toLowerCase();
  return { kind: 'category', set: positive ? set : classSet([{ kind: 'category', set }], true, 'exact') };
}

function positiveCategory(letter: string, flags: Flags): CharSet | undefined {
  if (letter === 'w') return wordSet(flags);
  if (letter === 'd') return flags.ascii ? ASCII_DIGIT : digitChars();
  if (letter === 's') return flags.ascii ? ASCII_SPACE : spaceChars();
  return undefined;
}

function control(letter: string): Escape | undefined {
  return Object.hasOwn(CONTROL, letter) ? char(CONTROL[letter] ?? 0) : undefined;
}

function commonEscape(reader: PatternReader, token: string): Escape {
  const letter = token.slice(1);
  const length = HEX_LENGTH[letter];
  if (length !== undefined) return hexEscape(reader, token, length);
  if (letter === 'N') return namedCharacter(reader);
  if (/^[a-zA-Z]$/.test(letter)) return badEscape(reader, token);
  return char(pointOf(letter));
}

function hexEscape(reader: PatternReader, token: string, length: number): Escape {
  const digits = reader.getWhile(length, HEX);
  const text = token + digits;
  if (digits.length !== length) reader.fail(`incomplete escape ${text}`, text.length);
  const point = Number.parseInt(digits, 16);
  return point > 0x10ffff ? badEscape(reader, text) : char(point);
}

function namedCharacter(reader: PatternReader): never {
  if (!reader.match('{')) reader.fail('missing {');
  const name = reader.getUntil('}', 'character name');
  const length = Array.from(name).length + 4;
  reader.refuse(`character names are not supported: ${pythonRepr(name)}`, length);
}

function octalOrReference(reader: PatternReader, token: string): Escape {
  let text = token;
  if (reader.next !== undefined && DIGIT.test(reader.next)) {
    text += reader.get();
    if (/^\\[0-7]{2}$/.test(text) && reader.next !== undefined && OCTAL.test(reader.next)) {
      text += reader.get();
      return char(octalValue(reader, text));
    }
  }
  return { kind: 'reference', group: Number.parseInt(text.slice(1), 10), text };
}

function octalValue(reader: PatternReader, text: string): number {
  const value = Number.parseInt(text.slice(1), 8);
  if (value > 0o377) reader.fail(`octal escape value ${text} outside of range 0-0o377`, text.length);
  return value;
}

function badEscape(reader: PatternReader, text: string): never {
  const length = tokenLength(text.slice(0, 2)) + Math.max(0, text.length - 2);
  reader.fail(`bad escape ${text}`, length);
}

function char(point: number): Escape {
  return { kind: 'char', point };
}
