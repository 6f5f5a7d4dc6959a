// What one pattern character or class matches under IGNORECASE, as CPython 3.11 decides it.
// The text's character is lower-cased and looked up in a set of lower-cased characters with their extra cases.
// Two oddities are CPython's own and kept: in a class of several members a single character above U+FFFF is not
// lower-cased (so `(?i)[\U00010400x]` never meets U+10400), and a range reaching above U+FFFF also holds
// characters whose upper-case form lies in it, even in ASCII mode.

import { CharSet, charSet, union } from './char-set';
import { extraCases, isCased, lowerMap, toLower, upperMap } from './unicode';

export type CaseMode = 'exact' | 'unicode' | 'ascii';

/** A member of a class: a character, a range, or a category such as \w. */
export type ClassItem =
  | { kind: 'char'; point: number }
  | { kind: 'range'; low: number; high: number }
  | { kind: 'category'; set: CharSet };

const asciiUpper = new CharSet([65, 90]);

/** The sets of cased letters, which patterns share; made once. */
const literalSets = { unicode: new Map<number, CharSet>(), ascii: new Map<number, CharSet>() };

export function literalSet(point: number, mode: CaseMode): CharSet {
  if (mode === 'exact' || !casedIn(point, mode)) return new CharSet([point, point]);
  const known = literalSets[mode].get(point);
  if (known) return known;
  const set = casedSet(point, mode);
  literalSets[mode].set(point, set);
  return set;
}

function casedSet(point: number, mode: CaseMode): CharSet {
  const lower = lowerIn(point, mode);
  const extra = mode === 'unicode' ? (extraCases().get(lower) ?? []) : [];
  return preimage(charSet([lower, ...extra].flatMap((member) => [member, member])), mode);
}

export function classSet(items: readonly ClassItem[], negate: boolean, mode: CaseMode): CharSet {
  const plain = mode === 'exact' ? exactSet(items) : foldedSet(items, mode);
  return negate ? plain.complement() : plain;
}

/** One representative for all characters that can meet each other under IGNORECASE; used to search text. */
export function foldText(text: string): string {
  if (/^[ -@[-`{-~]*$/.test(text)) return text;
  let out = '';
  for (const char of text) out += String.fromCodePoint(foldPoint(char.codePointAt(0) ?? 0));
  return out;
}

export function foldPoint(point: number): number {
  const lower = toLower(point);
  if (lower < 128 && lower !== 105) return lower;
  return Math.min(lower, ...(extraCases().get(lower) ?? []));
}

function exactSet(items: readonly ClassItem[]): CharSet {
  return union(
    charSet(items.flatMap(pairOf)),
    ...items.flatMap((item) => (item.kind === 'category' ? [item.set] : [])),
  );
}

function pairOf(item: ClassItem): number[] {
  if (item.kind === 'char') return [item.point, item.point];
  return item.kind === 'range' ? [item.low, item.high] : [];
}

function foldedSet(items: readonly ClassItem[], mode: CaseMode): CharSet {
  if (!items.some((item) => hasCased(item, mode))) return exactSet(items);
  const lowered = union(...items.map((item) => loweredSet(item, mode)));
  return preimage(lowered, mode);
}

function hasCased(item: ClassItem, mode: CaseMode): boolean {
  if (item.kind === 'category') return false;
  const [low = 0, high = 0] = pairOf(item);
  if (high > 0xffff) return true;
  if (mode === 'ascii') return low <= 122 && high >= 65 && !(low > 90 && high < 97);
  if (low === high) return isCased(low);
  return [lowerMap(), upperMap()].some((map) => [...map.keys()].some((point) => point >= low && point <= high));
}

function loweredSet(item: ClassItem, mode: CaseMode): CharSet {
  if (item.kind === 'category') return item.set;
  const [low = 0, high = 0] = pairOf(item);
  if (item.kind === 'char' && low > 0xffff) return new CharSet([low, low]);
  const pairs = lowerRange(low, Math.min(high, 0xffff), mode);
  if (high > 0xffff) {
    pairs.push(low, high);
    for (const [point, upper] of upperMap()) if (upper >= low && upper <= high) pairs.push(point, point);
  }
  return charSet(pairs);
}

function lowerRange(low: number, high: number, mode: CaseMode): number[] {
  if (low > high) return [];
  const changed = changedPoints(mode).filter((point) => point >= low && point <= high);
  const pairs: number[] = [];
  let next = low;
  for (const point of changed) {
    if (point > next) pairs.push(next, point - 1);
    const lower = lowerIn(point, mode);
    pairs.push(lower, lower);
    next = point + 1;
  }
  if (next <= high) pairs.push(next, high);
  if (mode === 'ascii') return pairs;
  const kept = charSet(pairs);
  for (const [key, others] of extraCases()) if (kept.has(key)) for (const other of others) pairs.push(other, other);
  return pairs;
}

/** Every character whose lower-case form is in the set. */
function preimage(lowered: CharSet, mode: CaseMode): CharSet {
  const pairs: number[] = [];
  pairs.push(...intersect(lowered, untouchedPoints(mode)));
  for (const point of changedPoints(mode)) if (lowered.has(lowerIn(point, mode))) pairs.push(point, point);
  return charSet(pairs);
}

function intersect(left: CharSet, right: CharSet): readonly number[] {
  return charSet([...left.complement().ranges, ...right.complement().ranges]).complement().ranges;
}

function changedPoints(mode: CaseMode): number[] {
  if (mode === 'ascii') return Array.from({ length: 26 }, (_, i) => 65 + i);
  return [...lowerMap().keys()];
}

const untouched = new Map<CaseMode, CharSet>();

function untouchedPoints(mode: CaseMode): CharSet {
  const known = untouched.get(mode);
  if (known) return known;
  const set = charSet(changedPoints(mode).flatMap((point) => [point, point])).complement();
  untouched.set(mode, set);
  return set;
}

function lowerIn(point: number, mode: CaseMode): number {
  if (mode === 'ascii') return asciiUpper.has(point) ? point + 32 : point;
  return toLower(point);
}

function casedIn(point: number, mode: CaseMode): boolean {
  if (mode === 'ascii') return asciiUpper.has(point) || asciiUpper.has(point - 32);
  return isCased(point);
}
