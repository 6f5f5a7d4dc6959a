import { AppError } from '@/lib/contracts/app-error';

/** A browser holds one for all its tabs, some more while it changes over. */
const MOST = 10;
const holding = Symbol.for('signalbox.held-streams');

/** Counts a stream of somebody; the answer gives it back, once. @throws AppError `rate_limited` beyond ten at once */
export function holdStream(who: string): () => void {
  const holder = globalThis as { [holding]?: Map<string, number> };
  holder[holding] ??= new Map();
  const held = holder[holding];
  const count = held.get(who) ?? 0;
  if (count >= MOST) throw new AppError('rate_limited', { seconds: 30 }, { retryAfter: 30 });
  held.set(who, count + 1);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    const left = (held.get(who) ?? 1) - 1;
    if (left > 0) held.set(who, left);
    else held.delete(who);
  };
}
