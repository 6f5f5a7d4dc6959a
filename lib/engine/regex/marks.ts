// Where groups began and ended, with the bookkeeping CPython 3.11 has: marks above `last` count as unset, and going
// back restores all marks only inside of loops; elsewhere it only lowers `last`. Outside of loops the difference
// shows in one place: a conditional that asks for the group it stands in.

export class Marks {
  last = -1;
  private readonly values: Int32Array;
  private trail = new Int32Array(64);
  /** Length of the trail of overwritten values. */
  height = 0;

  constructor(groups: number) {
    this.values = new Int32Array(2 * groups).fill(-1);
  }

  set(index: number, position: number): void {
    while (this.last < index) {
      this.last++;
      if (this.last < index) this.write(this.last, -1);
    }
    this.write(index, position);
  }

  /** The group's [start, end), or undefined while it counts as unset. */
  span(group: number): [number, number] | undefined {
    const index = 2 * group - 2;
    if (index >= this.last) return undefined;
    const start = this.values[index] ?? -1;
    const end = this.values[index + 1] ?? -1;
    return start < 0 || end < start ? undefined : [start, end];
  }

  restore(last: number, height: number, whole: boolean): void {
    this.last = last;
    if (!whole) return;
    while (this.height > height) {
      this.height -= 2;
      this.values[this.trail[this.height] ?? 0] = this.trail[this.height + 1] ?? -1;
    }
  }

  private write(index: number, position: number): void {
    if (this.height + 2 > this.trail.length) {
      const longer = new Int32Array(2 * this.trail.length);
      longer.set(this.trail);
      this.trail = longer;
    }
    this.trail[this.height++] = index;
    this.trail[this.height++] = this.values[index] ?? -1;
    this.values[index] = position;
  }
}
