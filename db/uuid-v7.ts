import { randomBytes, randomFillSync } from 'node:crypto';

/** Asking the system for every id costs more than all the rest of it. */
const pool = Buffer.alloc(4_096);
let used = pool.length;

let lastMilliseconds = 0;
let counter = 0;

/**
 * A time-ordered id (RFC 9562, version 7). Rises strictly within the process: the 12 bits after the
 * time count within a millisecond, and the time is borrowed from the future when they run over or
 * the clock steps back.
 */
export function uuidV7(): string {
  const now = Date.now();
  if (now > lastMilliseconds) {
    lastMilliseconds = now;
    counter = randomBytes(2).readUInt16BE() & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMilliseconds++;
    counter = 0;
  }
  return format(lastMilliseconds, counter, nextRandom());
}

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}

/** The lowest id of a moment: `id < uuidV7At(cutoff)` is everything made before it. */
export function uuidV7At(moment: Date): string {
  return format(moment.getTime(), 0, new Uint8Array(8));
}

function format(milliseconds: number, count: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const tail = Buffer.from(random);
  tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0);
  const end = tail.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${end.slice(0, 4)}-${end.slice(4)}`;
}
