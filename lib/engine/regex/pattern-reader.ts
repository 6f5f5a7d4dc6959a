// Reads a pattern token by token: a token is one code point, or a backslash with the one after it. One token is
// always read ahead, which is why a lone backslash at the end is reported before anything wrong just before it.

import { PatternError, pythonRepr } from './errors';
import { isIdentifier } from './unicode';

export class PatternReader {
  readonly chars: readonly string[];
  next: string | undefined;
  private index = 0;

  constructor(pattern: string) {
    this.chars = Array.from(pattern);
    this.advance();
  }

  /** Position of `next`. */
  tell(): number {
    return this.index - tokenLength(this.next);
  }

  seek(position: number): void {
    this.index = position;
    this.advance();
  }

  get(): string | undefined {
    const token = this.next;
    this.advance();
    return token;
  }

  match(token: string): boolean {
    if (this.next !== token) return false;
    this.advance();
    return true;
  }

  getWhile(limit: number, allowed: RegExp): string {
    let out = '';
    while (out.length < limit && this.next !== undefined && allowed.test(this.next)) out += this.get();
    return out;
  }

  getUntil(terminator: string, what: string): string {
    let out = '';
    let length = 0;
    for (;;) {
      const token = this.get();
      if (token === undefined) {
        if (length === 0) this.fail(`missing ${what}`);
        this.fail(`missing ${terminator}, unterminated name`, length);
      }
      if (token === terminator) {
        if (length === 0) this.fail(`missing ${what}`, 1);
        return out;
      }
      out += token;
      length += tokenLength(token);
    }
  }

  checkGroupName(name: string): void {
    const points = Array.from(name, (char) => char.codePointAt(0) ?? 0);
    if (!isIdentifier(points)) this.fail(`bad character in group name ${pythonRepr(name)}`, points.length + 1);
  }

  /** Throws an error `back` code points before the next token. */
  fail(reason: string, back = 0): never {
    throw new PatternError(reason, this.tell() - back);
  }

  refuse(reason: string, back = 0): never {
    throw new PatternError(reason, this.tell() - back, true);
  }

  private advance(): void {
    const char = this.chars[this.index];
    if (char === undefined) {
      this.next = undefined;
      return;
    }
    this.index++;
    if (char !== '\\') {
      this.next = char;
      return;
    }
    const escaped = this.chars[this.index];
    if (escaped === undefined) throw new PatternError('bad escape (end of pattern)', this.chars.length - 1);
    this.index++;
    this.next = char + escaped;
  }
}

export function tokenLength(token: string | undefined): number {
  if (token === undefined) return 0;
  return token.length > 1 && token.startsWith('\\') ? 2 : 1;
}

export function pointOf(token: string): number {
  return token.codePointAt(0) ?? 0;
}
