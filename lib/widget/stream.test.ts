import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Told } from './protocol';
import { type Refusal, refusal, type Server } from './server';
import { type Followed, follow, pauseAfter } from './stream';

const told: Told = { type: 'typing', typing: true, name: 'Claire' };
const written = (event: unknown) => `event: x\ndata: ${JSON.stringify(event)}\n\n`;

let ending: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

/** A server whose streams are what `open` answers, one after the other; then none. */
function followed(opens: (() => Response | Refusal)[], updates: Told[][] = []) {
  const asked: string[] = [];
  const heard: Told[] = [];
  const live: boolean[] = [];
  const renew = vi.fn(async () => {});
  const server: Server = {
    async open(path, signal) {
      asked.push(path);
      const answer = opens.shift()?.() ?? silentStream();
      if (!(answer instanceof Response)) throw answer;
      const { readable, writable } = new TransformStream();
      answer.body?.pipeTo(writable, { signal }).catch(() => {});
      return new Response(readable);
    },
    async call<Answer>(path: string) {
      asked.push(path);
      return { events: updates.shift() ?? [] } as Answer;
    },
  };
  const it: Followed = {
    ...{ server, renew, query: () => 'after=1', wanted: async () => {}, pause: () => 3_000 },
    event: (event) => heard.push(event),
    live: (state) => live.push(state),
  };
  void follow(it, ending.signal);
  return { asked, heard, live, renew };
}

function streamOf(...chunks: string[]): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
  );
}

function silentStream(): Response {
  return new Response(new ReadableStream());
}

describe('follow', () => {
  it('reads events wherever the pieces are cut, and skips what is not one', async () => {
    const text = `: open\n\n${written(told)}event: ping\ndata: {}\n\n${written({ ...told, name: 'É' })}`;
    const { heard } = followed([() => streamOf(...text.split(/(?<=[{:É])/))]);
    await vi.waitFor(() =>
      expect(heard.filter(({ type }) => type === 'typing')).toEqual([told, { ...told, name: 'É' }]),
    );
  });

  it('comes back after the server has ended the stream, and says so only when that fails', async () => {
    const { asked, live } = followed([() => streamOf(written(told)), () => refusal(0), () => streamOf(written(told))]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(live.slice(0, 3)).toEqual([true, false, true]);
  });

  it('asks for a while when nothing comes through a stream, then tries one again', async () => {
    const { asked, heard } = followed([silentStream], [[], [told]]);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(asked).toContain('/updates?after=1');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heard).toEqual([told]);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(asked.at(-1)).toBe('/stream?after=1');
  });

  it('takes a connection for dead that was silent too long', async () => {
    const { asked } = followed([() => streamWithOneEvent()]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(39_000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual(['/stream?after=1', '/stream?after=1']);
  });

  it('begins a new session when the server no longer knows this one', async () => {
    const { asked, renew } = followed([() => refusal(401), () => streamOf(written(told))]);
    await vi.waitFor(() => expect(renew).toHaveBeenCalledOnce());
    await vi.advanceTimersByTimeAsync(1_500);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('stops when it is told to', async () => {
    const { asked, live } = followed([() => streamWithOneEvent()]);
    await vi.waitFor(() => expect(live).toEqual([true]));
    ending.abort();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveLength(1);
  });
});

describe('the pause before another try', () => {
  it('grows, has an end, and is never shorter than the server asks for', () => {
    for (let failures = 0; failures < 40; failures++) {
      const pause = pauseAfter(failures, refusal(503));
      expect(pause).toBeLessThanOrEqual(30_000);
      expect(pause).toBeGreaterThanOrEqual(Math.min(15_000, 500 * 2 ** failures));
    }
    expect(pauseAfter(0, refusal(429, undefined, 60))).toBe(60_000);
  });
});

function streamWithOneEvent(): Response {
  return new Response(
    new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(written(told))) }),
  );
}
