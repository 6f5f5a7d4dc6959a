/** Bits to set and bits to clear. */
export interface Turn {
  on: number[];
  off: number[];
}

export const newTurn = (): Turn => ({ on: [], off: [] });

export function applyTurn(lanes: Int32Array, { on, off }: Turn): void {
  for (const bit of on) turnOn(lanes, bit);
  for (const bit of off) turnOff(lanes, bit);
}

export function turnOn(lanes: Int32Array, bit: number): void {
  lanes[bit >> 5] = (lanes[bit >> 5] ?? 0) | (1 << (bit & 31));
}

export function turnOff(lanes: Int32Array, bit: number): void {
  lanes[bit >> 5] = (lanes[bit >> 5] ?? 0) & ~(1 << (bit & 31));
}
