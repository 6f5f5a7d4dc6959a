/** What the server tells on its own: by an event stream, and by asking where streams do not get through. */
import type { Told } from './protocol';
import type { Refusal, Server } from './server';

export type Followed = {
  server: Server;
  /** Settles once it is worth a connection. */
  wanted(): Promise<void>;
  /** `after=…&conversation=…`: what is here already. Asked for at every (re)connection. */
  query(): string;
  event(event: Told): void;
  /** Whether events come in. `false` after a failure. */
  live(live: boolean): void;
  /** The server no longer knows the session. @throws Refusal */
  renew(): Promise<void>;
  /** How long to wait between two questions, in ms. */
  pause(): number;
};

/** A server sends something every 15 s at least; without anything for so long the connection is dead, in ms. */
const silence = 40_000;
/** The first bytes come at once, unless something on the way holds streams back. */
const firstBytes = 10_000;
/** How long to go on asking before streams are tried again, in ms. */
const asking = 5 * 60_000;

/** Follows until `signal` says stop, whatever happens to the connection. */
export async function follow(followed: Followed, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let askUntil = 0;
  for (;;) {
    await followed.wanted();
    if (signal.aborted) return;
    let pause = 0;
    try {
      if (Date.now() < askUntil) {
        await ask(followed, signal);
        pause = followed.pause();
      } else if (await listen(followed, signal)) failures = 0;
      else askUntil = Date.now() + asking;
    } catch (error) {
      const refusal = error as Refusal;
      followed.live(false);
      pause = pauseAfter(failures++, refusal);
      if (refusal.status === 401) await followed.renew().catch(() => {});
      else if (!refusal.passes) askUntil = Date.now() + asking;
    }
    // Apart by chance, so that a server that comes back is not asked by everybody at once.
    await wait(pause || 250 + Math.random() * 500, signal);
  }
}

/** How long to wait before the next try, in ms. */
export function pauseAfter(failures: number, { retryAfter }: Refusal): number {
  return Math.max((retryAfter || 0) * 1000, Math.min(30_000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
}

/** One question. */
async function ask({ server, query, event, live }: Followed, signal: AbortSignal): Promise<void> {
  const { events } = await server.call<{ events: Told[] }>(`/updates?${query()}`);
  if (signal.aborted) return;
  live(true);
  events.forEach(event);
}

/** Reads one stream to its end. Answers whether anything came through. */
async function listen({ server, query, event, live }: Followed, signal: AbortSignal): Promise<boolean> {
  const silent = new AbortController();
  const ending = AbortSignal.any([signal, silent.signal]);
  let timer = setTimeout(() => silent.abort(), firstBytes);
  let some = false;
  let rest = '';
  try {
    const { body } = await server.open(`/stream?${query()}`, ending);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done || signal.aborted) return some;
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silence);
      if (!some) live(true);
      some = true;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) read(block, event);
    }
  } catch (error) {
    if (ending.aborted) return some;
    throw error;
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}

function read(block: string, event: (event: Told) => void): void {
  const data = block
    .split(/\r?\n/)
    .flatMap((line) => /^data: ?(.*)/.exec(line)?.[1] ?? [])
    .join('\n');
  if (data) event(JSON.parse(data));
}

/** Ends early when the browser is back online, or is told to stop. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener?.('online', done);
    signal?.addEventListener('abort', done);
  });
}
