// Sets of code points: sorted, disjoint, non-adjacent ranges kept flat as [low, high, low, high, …], both ends
// included. Sets are immutable; the first 256 code points also have a bitmap because most text lives there.

export const LAST_CODE_POINT = 0x10ffff;

export class CharSet {
  private readonly latin = new Uint8Array(256);

  constructor(readonly ranges: readonly number[]) {
    for (let i = 0; i < ranges.length && at(ranges, i) < 256; i += 2) {
      this.latin.fill(1, at(ranges, i), at(ranges, i + 1) + 1);
    }
  }

  has(point: number): boolean {
    if (point < 256) return this.latin[point] === 1;
    const ranges = this.ranges;
    let low = 0;
    let high = ranges.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(ranges, 2 * middle + 1) < point) low = middle + 1;
      else high = middle;
    }
    return 2 * low < ranges.length && at(ranges, 2 * low) <= point;
  }

  get empty(): boolean {
    return this.ranges.length === 0;
  }

  /** The only member, or undefined when there are none or several. */
  get single(): number | undefined {
    return this.ranges.length === 2 && this.ranges[0] === this.ranges[1] ? this.ranges[0] : undefined;
  }

  complement(): CharSet {
    const out: number[] = [];
    let next = 0;
    for (let i = 0; i < this.ranges.length; i += 2) {
      if (at(this.ranges, i) > next) out.push(next, at(this.ranges, i) - 1);
      next = at(this.ranges, i + 1) + 1;
    }
    if (next <= LAST_CODE_POINT) out.push(next, LAST_CODE_POINT);
    return new CharSet(out);
  }

  overlaps(other: CharSet): boolean {
    let i = 0;
    let j = 0;
    while (i < this.ranges.length && j < other.ranges.length) {
      if (at(this.ranges, i + 1) < at(other.ranges, j)) i += 2;
      else if (at(other.ranges, j + 1) < at(this.ranges, i)) j += 2;
      else return true;
    }
    return false;
  }
}

export const NO_CHARS = new CharSet([]);
export const ALL_CHARS = new CharSet([0, LAST_CODE_POINT]);

export function charSet(pairs: readonly number[]): CharSet {
  return new CharSet(normalise(pairs));
}

export function union(...sets: readonly CharSet[]): CharSet {
  return sets.length === 1 && sets[0] ? sets[0] : charSet(sets.flatMap((set) => set.ranges));
}

function normalise(pairs: readonly number[]): number[] {
  const order = Array.from({ length: pairs.length >> 1 }, (_, i) => i);
  order.sort((a, b) => at(pairs, 2 * a) - at(pairs, 2 * b));
  const out: number[] = [];
  for (const i of order) {
    const low = at(pairs, 2 * i);
    const high = at(pairs, 2 * i + 1);
    const end = out.length - 1;
    if (end > 0 && low <= at(out, end) + 1) out[end] = Math.max(at(out, end), high);
    else out.push(low, high);
  }
  return out;
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}
