import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes of a process: all that it holds in memory, and what of it JavaScript's heap uses. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

const SAMPLES = 20;
const EVERY_MILLISECONDS = 500;

/**
 * The least that a server showed within some seconds of rest, when what is no longer used has been collected.
 * @param pid process of the server, on this machine
 */
export async function restingMemory(server: string, pid: number): Promise<Memory> {
  let least: Memory = { resident: Number.POSITIVE_INFINITY, heap: Number.POSITIVE_INFINITY };
  for (let sample = 0; sample < SAMPLES; sample++) {
    await sleep(EVERY_MILLISECONDS);
    const now = { resident: residentOf(pid), heap: await heapOf(server) };
    least = { resident: Math.min(least.resident, now.resident), heap: Math.min(least.heap, now.heap) };
  }
  return least;
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) * 1_024;
}

/** Milliseconds that the process has had a processor for, over all its threads. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // Fields 14 and 15 of proc(5), in hundredths of a second; the first two are cut off.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function heapOf(server: string): Promise<number> {
  const text = await (await fetch(`${server}/metrics`)).text();
  return Number(/^signalbox_nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN);
}
