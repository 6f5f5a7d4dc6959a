// What is wrong with a pattern, in CPython's own words, and where.

import { printableChars } from './unicode';

export interface RegexError {
  /** CPython's text, without its "at position …". */
  reason: string;
  /** Code points before the error, as CPython counts. */
  position: number;
  /** The same place as an index into the JavaScript string. */
  index: number;
  /** True when CPython accepts the pattern and this engine refuses it. */
  unsupported?: boolean;
}

export class PatternError extends Error {
  constructor(
    readonly reason: string,
    readonly position: number,
    readonly unsupported = false,
  ) {
    super(reason);
  }
}

/** Python's repr of a string, which its messages quote names with. */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = '';
  for (const char of text) out += reprChar(char, quote);
  return quote + out + quote;
}

const NAMED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function reprChar(char: string, quote: string): string {
  const point = char.codePointAt(0) ?? 0;
  if (char === quote) return `\\${char}`;
  if (NAMED[char]) return NAMED[char];
  if (char === ' ' || printableChars().has(point)) return char;
  const hex = point.toString(16);
  if (point < 256) return `\\x${hex.padStart(2, '0')}`;
  return point < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
