/**
 * Patterns that only look for words, as most do: `.*\b(?:refund|return)s?\b.*`. A plain text (`isPlain`) meets one
 * exactly when it holds one of a few texts, with `\b` before or behind it where the pattern says so.
 */
export interface Word {
  readonly text: string;
  /** Only where `\b` holds before it, and behind it. */
  readonly starts: boolean;
  readonly ends: boolean;
}

/** Options give as many words; beyond this an expression is better. */
const MAX_WORDS = 16;
const ASCII = 128;

/** Characters that stand for themselves. */
export const SELF = `[A-Za-z0-9 #@,:;!_'"%&=<>~-]`;
const BODY = /^(\\b)?(.*?)(\\b)?$/;
const TOKEN = new RegExp(String.raw`\(\?:(${SELF}*(?:\|${SELF}*)*)\)|(${SELF})(\?)?`, 'g');

/** What stands between the `.*` of a pattern, as words; undefined when it says more than that. */
export function wordsOf(inside: string): Word[] | undefined {
  const [, before, body = '', after] = BODY.exec(inside) ?? [];
  const texts = textsOf(body);
  if (!texts?.every((text) => text.length > 0)) return undefined;
  return [...new Set(texts)].map((text) => ({ text, starts: before !== undefined, ends: after !== undefined }));
}

/** Whether `\b` holds before the unit at this place of an ASCII text. */
export function isBoundary(text: string, at: number): boolean {
  return isWordUnit(text, at - 1) !== isWordUnit(text, at);
}

function textsOf(body: string): string[] | undefined {
  let texts = [''];
  let end = 0;
  for (const { index, 0: token, 1: options, 2: unit = '', 3: optional } of body.matchAll(TOKEN)) {
    if (index !== end) return undefined;
    end += token.length;
    const choice = options?.split('|') ?? (optional === undefined ? [unit] : [unit, '']);
    texts = texts.flatMap((text) => choice.map((each) => text + each));
    if (texts.length > MAX_WORDS) return undefined;
  }
  return end === body.length ? texts : undefined;
}

const WORD_UNITS = Uint8Array.from({ length: ASCII }, (_, unit) => (/\w/.test(String.fromCharCode(unit)) ? 1 : 0));

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD_UNITS[text.charCodeAt(at)] === 1;
}
