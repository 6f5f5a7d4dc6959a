/**
 * Tabs of one browser that share work: one of them leads (Web Locks), all hear what is told (BroadcastChannel).
 * Without Web Locks, as on plain HTTP, every tab leads for itself and hears nothing of the others.
 */
export interface Tabs<Message> {
  /** Reaches every other tab, not this one. */
  tell: (message: Message) => void;
  leave: () => void;
}

export interface TabsOptions<Message> {
  hear: (message: Message) => void;
  /** This tab leads from now until `signal` is aborted; resolves when it can do no more. */
  lead: (signal: AbortSignal) => Promise<void>;
}

export function joinTabs<Message>(name: string, { hear, lead }: TabsOptions<Message>): Tabs<Message> {
  const left = new AbortController();
  const alone = typeof navigator.locks === 'undefined' || typeof BroadcastChannel === 'undefined';
  if (alone) {
    void lead(left.signal);
    return { tell: () => {}, leave: () => left.abort() };
  }
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  navigator.locks
    .request(name, { signal: left.signal }, () => lead(left.signal))
    // Left before it was this tab's turn.
    .catch(() => {});
  return {
    tell: (message) => !left.signal.aborted && channel.postMessage(message),
    leave: () => {
      left.abort();
      channel.close();
    },
  };
}
