import { channel } from 'node:diagnostics_channel';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { countStreams, eventStream, type StreamEvent } from './event-stream';

const request = (signal?: AbortSignal) => new Request('http://localhost/stream', { signal: signal ?? null });

async function* until(signal: AbortSignal): AsyncGenerator<StreamEvent> {
  yield { event: 'hello', data: { text: 'one\ntwo' }, id: 7 };
  if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done));
}

async function readAll(response: Response): Promise<string> {
  return new Response(response.body).text();
}

describe('an event stream', () => {
  it('writes events and ends with them', async () => {
    const response = eventStream(request(), async function* () {
      yield { event: 'message', data: { text: 'one\ntwo' }, id: 7 };
      yield { event: 'typing', data: true };
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(await readAll(response)).toBe(
      ': open\n\nevent: message\nid: 7\ndata: {"text":"one\\ntwo"}\n\nevent: typing\ndata: true\n\n',
    );
    expect(countStreams()).toBe(0);
  });

  it('beats in silence without losing what comes after it', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const response = eventStream(
      request(),
      async function* () {
        await held;
        yield { event: 'message', data: 1 };
      },
      { heartbeatMilliseconds: 5 },
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const read = async () => (await reader?.read())?.value;
    expect(await read()).toBe(': open\n\n');
    expect(await read()).toBe('event: ping\ndata: {}\n\n');
    release();
    const rest: string[] = [];
    for (let part = await read(); part !== undefined; part = await read()) rest.push(part);
    expect(rest.filter((part) => part.includes('message'))).toEqual(['event: message\ndata: 1\n\n']);
  });

  it('pulls only what is read', async () => {
    let made = 0;
    const response = eventStream(request(), async function* () {
      for (;;) yield { event: 'message', data: ++made };
    });
    const reader = response.body?.getReader();
    for (let count = 0; count < 3; count += 1) await reader?.read();
    await new Promise((done) => setImmediate(done));
    expect(made).toBeLessThan(6);
    await reader?.cancel();
    expect(countStreams()).toBe(0);
  });

  it('ends with the request', async () => {
    const client = new AbortController();
    const text = readAll(eventStream(request(client.signal), until));
    expect(countStreams()).toBe(1);
    client.abort();
    expect(await text).toContain('hello');
    expect(countStreams()).toBe(0);
  });

  it('ends with the server', async () => {
    const text = readAll(eventStream(request(), until));
    channel('signalbox:ending').publish(undefined);
    expect(await text).toContain('hello');
  });

  it('runs the end of its events when the reader leaves', async () => {
    let ended = false;
    const response = eventStream(request(), async function* (signal) {
      try {
        yield* until(signal);
      } finally {
        ended = true;
      }
    });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    await new Promise((done) => setImmediate(done));
    expect(ended).toBe(true);
  });

  it('tells the code of an expected error, and of another nothing', async () => {
    const failing = (error: Error) =>
      readAll(
        // biome-ignore lint/correctness/useYield: it fails before its first event
        eventStream(request(), async function* () {
          throw error;
        }),
      );
    expect(await failing(new AppError('session_ended'))).toContain('event: error\ndata: {"code":"session_ended"}');
    expect(await failing(new Error('select secret'))).toBe(': open\n\nevent: error\ndata: {"code":"unavailable"}\n\n');
  });
});
