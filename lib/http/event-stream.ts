import { subscribe } from 'node:diagnostics_channel';
import { AppError } from '@/lib/contracts/app-error';
import { log } from './log';

export interface StreamEvent {
  /** Name of the event, a word. */
  readonly event: string;
  /** JSON. */
  readonly data: unknown;
  /** Where a reader that comes back goes on. */
  readonly id?: string | number;
}

/** Proxies close connections that are silent for a minute, some for half of one. */
const HEARTBEAT_MILLISECONDS = 15_000;

/**
 * Server-sent events as an answer. `open` gets the signal that ends with the request, or with this server, and answers
 * the events; they are pulled as the reader takes them, so a slow one holds up only itself. In silence `ping` is sent.
 * An AppError of the events is told as `error` with its code before the end; any other end the reader may come back.
 */
export function eventStream(
  request: Request,
  open: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
  { heartbeatMilliseconds = HEARTBEAT_MILLISECONDS } = {},
): Response {
  const ending = new AbortController();
  const end = () => ending.abort();
  request.signal.addEventListener('abort', end, { once: true });
  openStreams().add(end);
  const events = open(ending.signal)[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<StreamEvent>> | undefined;
  const close = () => {
    openStreams().delete(end);
    request.signal.removeEventListener('abort', end);
    end();
  };
  const body = new ReadableStream<Uint8Array>({
    // Something at once: the reader, and every proxy on the way, sees that the stream is open.
    start: (controller) => controller.enqueue(encode(': open\n\n')),
    async pull(controller) {
      try {
        next ??= events.next();
        const result = await Promise.race([next, silence(heartbeatMilliseconds, next)]);
        if (result === 'silence') return controller.enqueue(encode(write({ event: 'ping', data: {} })));
        next = undefined;
        if (!result.done) return controller.enqueue(encode(write(result.value)));
      } catch (error) {
        controller.enqueue(encode(write({ event: 'error', data: { code: codeOf(error) } })));
      }
      close();
      controller.close();
    },
    cancel() {
      close();
      return void events.return?.();
    },
  });
  return new Response(body, { headers });
}

/** How many streams this process has open. */
export function countStreams(): number {
  return openStreams().size;
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressing or gathering would hold events back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

const streams = Symbol.for('signalbox.streams');

/** On globalThis, since every route is a bundle of its own. A server that ends tells its readers, who come back to another. */
function openStreams(): Set<() => void> {
  const holder = globalThis as { [streams]?: Set<() => void> };
  if (!holder[streams]) {
    const made = new Set<() => void>();
    holder[streams] = made;
    subscribe('signalbox:ending', () => {
      for (const end of made) end();
    });
  }
  return holder[streams];
}

function silence(milliseconds: number, next: Promise<unknown>): Promise<'silence'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('silence'), milliseconds);
    const stop = () => clearTimeout(timer);
    next.then(stop, stop);
  });
}

/** No line of JSON holds a line break. */
function write({ event, data, id }: StreamEvent): string {
  const number = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${event}\n${number}data: ${JSON.stringify(data)}\n\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  log.error({ name: error instanceof Error ? error.name : typeof error }, 'A stream ended by an error');
  return 'unavailable';
}
