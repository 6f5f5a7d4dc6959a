/** A server-sent stream, held until it breaks. */
export interface StreamOptions<Event> {
  url: string;
  /** Names of the events; each one's data is the JSON of the whole. */
  types: readonly string[];
  /** The event that tells that the stream is alive. */
  first: string;
  onEvent: (event: Event) => void;
  signal: AbortSignal;
  /** Milliseconds without any event after which the stream counts as broken. */
  silence?: number;
}

/**
 * Listens until the stream breaks, is silent for too long, or `signal` is aborted. Resolves with whether it ever came
 * alive: a proxy that buffers never lets the first event through.
 */
export function holdStream<Event>(options: StreamOptions<Event>): Promise<boolean> {
  const { url, types, first, onEvent, signal, silence = SILENCE_MS } = options;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const source = new EventSource(url);
    let lived = false;
    let watchdog = setTimeout(end, FIRST_MS);
    function end() {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', end);
      window.removeEventListener('offline', end);
      source.close();
      resolve(lived);
    }
    for (const type of types) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        lived ||= type === first;
        clearTimeout(watchdog);
        watchdog = setTimeout(end, silence);
        // The stream is the contract's; the server is held to it by tests.
        onEvent(JSON.parse(data) as Event);
      });
    }
    source.onerror = end;
    signal.addEventListener('abort', end);
    window.addEventListener('offline', end);
  });
}

/** The server says something every 15 s. */
const SILENCE_MS = 40_000;
const FIRST_MS = 10_000;
