// Python 3.11's view of Unicode (14.0), decoded on first use from the generated tables. JavaScript's own \p{…}
// follows whatever Unicode the runtime ships, so it is never asked.

import { CharSet } from './char-set';
import * as tables from './unicode-tables.generated';

export const wordChars = lazySet(tables.WORD_RANGES);
export const digitChars = lazySet(tables.DIGIT_RANGES);
export const spaceChars = lazySet(tables.SPACE_RANGES);
export const alphaChars = lazySet(tables.ALPHA_RANGES);
export const printableChars = lazySet(tables.PRINTABLE_RANGES);
const nameStart = lazySet(tables.NAME_START_RANGES);
const namePart = lazySet(tables.NAME_PART_RANGES);

/** Code points whose lower (upper) form differs, with that form. */
export const lowerMap = lazy(() => decodeMap(tables.LOWER_RUNS));
export const upperMap = lazy(() => decodeMap(tables.UPPER_RUNS));

/** Lower-case code points that Python's IGNORECASE also holds equal, such as s and U+017F. */
export const extraCases = lazy(() => {
  const rows = tables.EXTRA_CASES.split(' ').map((row) => row.split(',').map((n) => Number.parseInt(n, 36)));
  return new Map(rows.map(([key = 0, ...others]) => [key, others]));
});

export function toLower(point: number): number {
  if (point < 128) return point >= 65 && point <= 90 ? point + 32 : point;
  return lowerMap().get(point) ?? point;
}

export function toUpper(point: number): number {
  return upperMap().get(point) ?? point;
}

export function isCased(point: number): boolean {
  return lowerMap().has(point) || upperMap().has(point);
}

/** Python's `str.isidentifier`. */
export function isIdentifier(points: readonly number[]): boolean {
  const [first, ...rest] = points;
  return first !== undefined && nameStart().has(first) && rest.every((point) => namePart().has(point));
}

/** Value of a decimal digit in any script: decimal digits come in runs of ten. */
export function digitValue(point: number): number | undefined {
  const ranges = digitChars().ranges;
  for (let i = 0; i < ranges.length; i += 2) {
    const low = ranges[i] ?? 0;
    if (point >= low && point <= (ranges[i + 1] ?? 0)) return (point - low) % 10;
  }
  return undefined;
}

function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function lazySet(encoded: string): () => CharSet {
  return lazy(() => {
    const ranges: number[] = [];
    let next = 0;
    encoded.split(' ').forEach((part, i) => {
      next += Number.parseInt(part, 36);
      ranges.push(i % 2 === 0 ? next : next - 1);
    });
    return new CharSet(ranges);
  });
}

function decodeMap(encoded: string): Map<number, number> {
  const map = new Map<number, number>();
  for (const run of encoded.split(' ')) {
    const [start = 0, count = 0, stride = 1, delta = 0] = run.split(',').map((n) => Number.parseInt(n, 36));
    for (let i = 0; i < count; i++) map.set(start + i * stride, start + i * stride + delta);
  }
  return map;
}
