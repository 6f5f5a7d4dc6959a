/**
 * Most patterns that people write look for something anywhere: `.*\b(?:refund|return)\b.*`. On a text of one line that
 * is all ASCII, Python and JavaScript mean the same by such a pattern, and finding its inside is much cheaper than
 * matching the whole. Only a small grammar is recognised; every other pattern and text takes the exact way.
 */
import { isBoundary, SELF, type Word, wordsOf } from './plain-words';

const ATOM = String.raw`(?:${SELF}|\\[dw.])(?:\?|\+|\{\d{1,2}\})?`;
const PIECE = String.raw`(?:${ATOM}|\\b)`;
const GROUP = String.raw`\(\?:${PIECE}*(?:\|${PIECE}*)*\)`;
const SEARCH = new RegExp(String.raw`^\.\*((?:${PIECE}|${GROUP}|\.\*(?!$))+)\.\*$`);
/** Each repetition multiplies the worst case by the length of the text. */
const REPETITIONS = 2;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but the end of a line is meant
const PLAIN = /^[\x00-\x09\x0b-\x7f]*$/;
const LONGEST = 2_000;

/** Characters that a search may begin with, in the only ways that are looked at: a run of them, or a choice of runs. */
const HEAD = new RegExp(String.raw`^(?:\\b)?(?:\(\?:(${SELF}+(?:\|${SELF}+)*)\)|(${SELF}+)([?+{])?)`);

/** Answers, for plain texts, whether the whole text matches the pattern. */
export type PlainSearch = (text: string) => boolean;

/** Undefined for most kinds of patterns. */
export function plainSearch(pattern: string, { ignoreCase }: { ignoreCase: boolean }): PlainSearch | undefined {
  const inside = SEARCH.exec(pattern)?.[1];
  if (inside === undefined || (inside.match(/[+*]/g) ?? []).length > REPETITIONS) return undefined;
  const words = wordsOf(inside);
  if (words) return searchOf(words, ignoreCase);
  const source = inside.replaceAll('.*', '[^]*');
  const starts = startsOf(inside).map((start) => (ignoreCase ? start.toLowerCase() : start));
  if (starts.length === 0) {
    const anywhere = new RegExp(source, ignoreCase ? 'i' : '');
    return (text) => anywhere.test(text);
  }
  const here = new RegExp(source, ignoreCase ? 'iy' : 'y');
  return (text) => starts.some((start) => holdsAt(here, text, ignoreCase ? lowered(text) : text, start));
}

/** What a plain search begins with, where that is seen at a glance; otherwise none. */
export function startsOfSearch(pattern: string): string[] {
  const inside = SEARCH.exec(pattern)?.[1];
  return inside === undefined ? [] : startsOf(inside);
}

/** The words that a plain search looks for, when it looks for nothing else. */
export function wordsOfSearch(pattern: string): Word[] | undefined {
  const inside = SEARCH.exec(pattern)?.[1];
  return inside === undefined ? undefined : wordsOf(inside);
}

/** Tries the expression wherever the text holds what it starts with. */
function holdsAt(here: RegExp, text: string, searched: string, start: string): boolean {
  for (let at = searched.indexOf(start); at >= 0; at = searched.indexOf(start, at + 1)) {
    here.lastIndex = at;
    if (here.test(text)) return true;
  }
  return false;
}

/** Words alone need no expression: one piece of code for all such patterns stays in the processor's cache. */
function searchOf(words: readonly Word[], ignoreCase: boolean): PlainSearch {
  const wanted = ignoreCase ? words.map((word) => ({ ...word, text: word.text.toLowerCase() })) : words;
  return (text) => wanted.some((word) => hasWord(ignoreCase ? lowered(text) : text, word));
}

function hasWord(text: string, { text: word, starts, ends }: Word): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if ((!starts || isBoundary(text, at)) && (!ends || isBoundary(text, at + word.length))) return true;
  }
  return false;
}

/** One of these begins every match; none when that is not seen at a glance. */
function startsOf(inside: string): string[] {
  const [, options, run, repeated] = HEAD.exec(inside) ?? [];
  if (options !== undefined) return options.split('|');
  const start = repeated === undefined ? run : run?.slice(0, -1);
  return start ? [start] : [];
}

/** Whether a text that is all ASCII is plain. */
export function isPlainAscii(text: string): boolean {
  return text.length <= LONGEST && !text.includes('\n');
}

/** Whether the text is one line of ASCII and not long. The last text is remembered: many patterns ask about it. */
export function isPlain(text: string): boolean {
  if (text !== last) {
    last = text;
    lastIsPlain = text.length <= LONGEST && PLAIN.test(text);
    lastLowered = lastIsPlain ? text.toLowerCase() : '';
  }
  return lastIsPlain;
}

function lowered(text: string): string {
  return text === last ? lastLowered : text.toLowerCase();
}

let last = '';
let lastIsPlain = true;
let lastLowered = '';
