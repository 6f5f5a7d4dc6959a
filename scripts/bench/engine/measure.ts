import type { Contestant } from './contestants';
import type { Happening } from './workload';

/** One round lasts about this long, in milliseconds, and takes at least this many events. */
const ROUND = 60;
const AT_LEAST = 4;

/** Microseconds of processor time per event, all threads of the process: others on the machine do not count. */
export async function timePerEvent(contestant: Contestant, happenings: readonly Happening[]): Promise<number> {
  let done = 0;
  const from = process.cpuUsage();
  let elapsed = 0;
  while (elapsed < ROUND || done < AT_LEAST) {
    // Whether an answer is a promise is asked once, so that nobody pays for the others' awaiting.
    const first = happenings[done % happenings.length];
    if (!first) break;
    const answer = contestant(first);
    done++;
    if (answer instanceof Promise) await answer;
    else done += batch(contestant, happenings, done, elapsed > 0 ? Math.min(400, (done / elapsed) * 4) : 4);
    const { user, system } = process.cpuUsage(from);
    elapsed = (user + system) / 1_000;
  }
  return (elapsed / done) * 1_000;
}

function batch(contestant: Contestant, happenings: readonly Happening[], from: number, count: number): number {
  let done = 0;
  for (; done < count; done++) {
    const happening = happenings[(from + done) % happenings.length];
    if (happening) void contestant(happening);
  }
  return done;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
