/**
 * Most patterns that people write look for something anywhere: `.*\b(?:refund|return)\b.*`. On a text of one line that
 * is all ASCII, Python and JavaScript mean the same by such a pattern, and finding its inside is much cheaper than
 * matching the whole. Only a small grammar is recognised; every other pattern and text takes the exact way.
 */
const ATOM = String.raw`(?:[A-Za-z0-9 #@,:;!_'"%&=<>~-]|\\[dw.])(?:\?|\+|\{\d{1,2}\})?`;
const PIECE = String.raw`(?:${ATOM}|\\b)`;
const GROUP = String.raw`\(\?:${PIECE}*(?:\|${PIECE}*)*\)`;
const SEARCH = new RegExp(String.raw`^\.\*((?:${PIECE}|${GROUP}|\.\*(?!$))+)\.\*$`);
/** Each repetition multiplies the worst case by the length of the text. */
const REPETITIONS = 2;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but the end of a line is meant
const PLAIN = /^[\x00-\x09\x0b-\x7f]*$/;
const LONGEST = 2_000;

/** A search that answers, for plain texts, whether the whole text matches; undefined for most kinds of patterns. */
export function plainSearch(pattern: string, { ignoreCase }: { ignoreCase: boolean }): RegExp | undefined {
  const inside = SEARCH.exec(pattern)?.[1];
  if (inside === undefined || (inside.match(/[+*]/g) ?? []).length > REPETITIONS) return undefined;
  return new RegExp(inside.replaceAll('.*', '[^]*').replaceAll('\\[^]*', '\\.*'), ignoreCase ? 'i' : '');
}

/** Whether the text is one line of ASCII and not long. The last text is remembered: many patterns ask about it. */
export function isPlain(text: string): boolean {
  if (text !== last) {
    last = text;
    lastIsPlain = text.length <= LONGEST && PLAIN.test(text);
  }
  return lastIsPlain;
}

let last = '';
let lastIsPlain = true;
