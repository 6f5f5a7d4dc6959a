/**
 * Several tabs of one site: what one learns all show, and one of them, the leader, holds the connection. Without Web
 * Locks every tab leads.
 */
export type Tabs<Message> = {
  /** Tells the other tabs. */
  tell(message: Message): void;
  /** Runs `work` in one tab at a time; it goes on in another when this one is gone. */
  lead(work: (signal: AbortSignal) => Promise<void>): void;
  /** Takes the lead when the leader does not answer, as a tab that the phone has put to sleep. */
  checkLeader(): void;
  /** Runs `work` after what other tabs run under the same name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
};

/** How long an awake leader may take to answer, in ms. */
const answerWithin = 3_000;

type Sent<Message> = { message: Message } | { ask: true } | { here: true };

export function openTabs<Message>(name: string, heard: (message: Message) => void): Tabs<Message> {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  const locks = globalThis.navigator?.locks;
  const lock = `${name}:leader`;
  let leading = false;
  let work: ((signal: AbortSignal) => Promise<void>) | null = null;
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const send = (sent: Sent<Message>) => channel?.postMessage(sent);

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Sent<Message>>) => {
      if ('message' in data) heard(data.message);
      if ('ask' in data && leading) send({ here: true });
      if ('here' in data) clearTimeout(unanswered);
    };
  }

  const request = (options: LockOptions = {}) => {
    const ending = new AbortController();
    const hold = async () => {
      leading = true;
      await work?.(ending.signal);
    };
    if (!locks) void hold();
    locks?.request(lock, options, hold).catch(() => {
      // Another tab took the lead.
      leading = false;
      ending.abort();
      request();
    });
  };

  return {
    tell: (message) => send({ message }),
    lead(given) {
      if (work) return;
      work = given;
      request();
    },
    checkLeader() {
      if (!work || leading || !locks) return;
      clearTimeout(unanswered);
      unanswered = setTimeout(() => request({ steal: true }), answerWithin);
      send({ ask: true });
    },
    alone: (what, given) => (locks ? locks.request(`${name}:${what}`, given) : given()),
  };
}
