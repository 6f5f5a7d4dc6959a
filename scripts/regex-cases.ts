// Random patterns for the differential fuzz: from the grammar, then sometimes mutated, and pure noise; with texts
// that are derived from the pattern so that many of them match. Everything follows from the seed.

import { sampler } from './regex-sample';

export interface FuzzCase {
  pattern: string;
  texts: string[];
  ignoreCase: boolean;
}

/** A small deterministic generator (mulberry32). */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

const LETTERS = ['a', 'a', 'a', 'b', 'b', 'c', 'A', 'B', '1', ' ', '_', '-'] as const;
const ODD = [
  'k',
  'K',
  '\u212a',
  's',
  '\u017f',
  'i',
  '\u0131',
  '\u0130',
  'ß',
  '\u1e9e',
  'σ',
  'ς',
  'Σ',
  'é',
  'É',
  'µ',
  'μ',
  '\u0345',
  'ǆ',
  'ǅ',
  '٣',
  '²',
  '\u00a0',
  '\u2028',
  '\n',
  '\r',
  '\t',
  '\u001c',
  '\ud83d',
  '\ude00',
  '😀',
  '\u{10400}',
  '\u{10428}',
  '\u{118a0}',
  '\u{1e900}',
  '中',
  'ﬅ',
  'ﬆ',
  'θ',
  'ϴ',
] as const;
const SYNTAX = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '*',
  '+',
  '?',
  '|',
  '^',
  '$',
  '.',
  '\\',
  '-',
  ',',
  ':',
  '=',
  '!',
  '<',
  '>',
  '#',
  '(?',
  '(?:',
  '(?P<',
  '(?P=',
  '(?P<n>',
  '(?<=',
  '(?<!',
  '(?=',
  '(?!',
  '(?>',
  '(?(1)',
  '(?(n)',
  '(?i)',
  '(?x)',
  '(?i:',
  '(?-i:',
  '(?#',
  '\\1',
  '\\8',
  '\\08',
  '\\400',
  '\\x4',
  '\\x41',
  '\\u00e9',
  '\\U0001F600',
  '\\U00110000',
  '\\N{',
  '\\b',
  '\\B',
  '\\A',
  '\\Z',
  '\\d',
  '\\w',
  '\\s',
  '\\D',
  '\\W',
  '\\S',
  '\\q',
  '\\n',
  '[^',
  '[]',
  '{2}',
  '{,2}',
  '{1,}',
  '{,}',
  '{2,1}',
  '{0}',
  '++',
  '*?',
  '(?a)',
  '(?u)',
  '(?L)',
  '(?t)',
  '0',
  '7',
  '(?s-',
  ' ',
  '\n',
] as const;

const ATOMS = [
  '.',
  '\\w',
  '\\d',
  '\\s',
  '\\W',
  '\\D',
  '\\S',
  '[ab]',
  '[^a]',
  '[a-c]',
  '[\\w-]',
  '[^\\W\\d_]',
  '[a-\\d]',
  '[]a]',
  '[^]]',
  '[\\b]',
  '[a\\-c]',
  '\\x61',
  '\\141',
  '\\u0061',
  '[K-Z]',
  '[^k]',
  '[ſ]',
  '[Σa]',
  '[\\u0100-\\U00010427]',
  '[\\U00010400-\\U00010420a]',
  '[\\U00010400b]',
  '[À-ÿ]',
  '[^\\n]',
  '\\ ',
] as const;
const ANCHORS = ['^', '$', '\\b', '\\B', '\\A', '\\Z'] as const;
const QUANTIFIERS = ['*', '+', '?', '*', '+', '{2}', '{1,2}', '{,2}', '{0,3}', '{2,}', '{0}', '{1,3}', '{,}'] as const;

class PatternMaker {
  private groups = 0;
  private readonly names: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly odd: boolean,
  ) {}

  make(): string {
    const { random } = this;
    const flags = random.chance(0.25)
      ? `(?${random.pick(['i', 'm', 's', 'x', 'a', 'ai', 'im', 'is', 'u', 'ix'])})`
      : '';
    return flags + this.alternatives(3);
  }

  private alternatives(depth: number): string {
    const count = this.random.chance(0.3) ? 2 + this.random.below(2) : 1;
    return Array.from({ length: count }, () => this.sequence(depth)).join('|');
  }

  private sequence(depth: number): string {
    return Array.from({ length: this.random.below(4) + (depth > 2 ? 1 : 0) }, () => this.piece(depth)).join('');
  }

  private piece(depth: number): string {
    const { random } = this;
    if (random.chance(0.06)) return random.pick(ANCHORS);
    const item = this.item(depth);
    if (!random.chance(0.4)) return item;
    return item + random.pick(QUANTIFIERS) + (random.chance(0.2) ? '?' : random.chance(0.12) ? '+' : '');
  }

  private item(depth: number): string {
    const { random } = this;
    if (depth > 0 && random.chance(0.4)) return this.group(depth - 1);
    if (random.chance(0.2)) return random.pick(ATOMS);
    if (this.groups > 0 && random.chance(0.12)) return this.reference();
    return this.odd && random.chance(0.4) ? random.pick(ODD) : random.pick(LETTERS);
  }

  private reference(): string {
    const { random } = this;
    const name = this.names[random.below(this.names.length + 1)];
    if (name !== undefined && random.chance(0.5)) return `(?P=${name})`;
    return `\\${1 + random.below(this.groups)}`;
  }

  private group(depth: number): string {
    const { random } = this;
    const kind = random.below(20);
    if (kind < 7) {
      this.groups++;
      return `(${this.alternatives(depth)})`;
    }
    if (kind < 10) return `(?:${this.alternatives(depth)})`;
    if (kind === 10) {
      this.groups++;
      const name = random.pick(['n', 'x1', 'é', '_']) + this.groups;
      this.names.push(name);
      return `(?P<${name}>${this.alternatives(depth)})`;
    }
    if (kind < 13) return `(?=${this.alternatives(depth)})`.replace('=', random.pick(['=', '!']));
    if (kind === 13) return `(?<${random.pick(['=', '!'])}${this.sequence(0)})`;
    if (kind < 16) return `(?>${this.alternatives(depth)})`;
    if (kind < 18) {
      const target = 1 + random.below(this.groups + 1);
      const no = random.chance(0.7) ? `|${this.sequence(depth)}` : '';
      return `(?(${target})${this.sequence(depth)}${no})`;
    }
    if (kind === 18)
      return `(?${random.pick(['i', '-i', 's', 'm', 'a', 'u', 'x', 'i-s', 'ai'])}:${this.alternatives(depth)})`;
    return '(?#c)';
  }
}

export function makeCase(random: Random): FuzzCase {
  const odd = random.chance(0.3);
  let pattern = random.chance(0.9) ? new PatternMaker(random, odd).make() : noise(random);
  if (random.chance(0.15)) pattern = mutate(random, pattern);
  const ignoreCase = random.chance(0.12);
  const sample = sampler(pattern, ignoreCase, random);
  const texts = Array.from({ length: 10 }, (_, i) =>
    sample && i < 8 ? vary(random, sample(), odd) : makeText(random, pattern, odd),
  );
  return { pattern, texts: [...new Set(texts)], ignoreCase };
}

/** Mostly the text itself, sometimes with one character dropped, doubled, replaced or put in other case. */
function vary(random: Random, text: string, odd: boolean): string {
  if (random.chance(0.6)) return text + (random.chance(0.05) ? '\n' : '');
  const chars = Array.from(text);
  const at = random.below(chars.length);
  const old = chars[at] ?? '';
  const other = odd && random.chance(0.5) ? random.pick(ODD) : random.pick(LETTERS);
  chars[at] = random.pick(['', old + old, other, swapCase(old), old + other]);
  return chars.join('');
}

function noise(random: Random): string {
  return Array.from({ length: 1 + random.below(10) }, () =>
    random.chance(0.6) ? random.pick(SYNTAX) : random.chance(0.7) ? random.pick(LETTERS) : random.pick(ODD),
  ).join('');
}

function mutate(random: Random, pattern: string): string {
  const at = random.below(pattern.length + 1);
  const cut = random.chance(0.5) ? 1 : 0;
  return pattern.slice(0, at) + (random.chance(0.6) ? random.pick(SYNTAX) : '') + pattern.slice(at + cut);
}

/** Characters of the pattern in its order, repeated and left out at random. */
function makeText(random: Random, pattern: string, odd: boolean): string {
  const kept = random.chance(0.6)
    ? Array.from(
        pattern.replace(/\\[a-zA-Z0-9]|\(\?P?[<=!:#>a-z(\d)]*|[()[\]{}*+?|^$.]/g, (t) =>
          /^[\\.[]/.test(t) ? random.pick(LETTERS) : '',
        ),
      )
    : Array.from({ length: random.below(9) }, () => random.pick(LETTERS));
  let out = '';
  for (const char of kept) {
    if (out.length > 14 || random.chance(0.25)) continue;
    const used = odd && random.chance(0.2) ? random.pick(ODD) : random.chance(0.1) ? swapCase(char) : char;
    out += used.repeat(random.chance(0.15) ? 2 : 1);
  }
  return out + (random.chance(0.05) ? '\n' : '');
}

function swapCase(char: string): string {
  return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
}
