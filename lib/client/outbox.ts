/**
 * What was written and has not arrived yet. It is kept in the browser, in the order written, until the server has it:
 * it outlives a lost connection and a reload. Every entry carries an id of its own, so that sending it again is safe,
 * also from another tab.
 */
import type { Attachment } from '@/lib/contracts/attachment';

export interface Outgoing {
  clientId: string;
  /** Uuid of the conversation. */
  conversation: string;
  kind: 'message' | 'note';
  text: string;
  attachments: readonly Attachment[];
  /** When it was written; ISO 8601. */
  at: string;
  /** `waiting`: the server cannot be reached, it is tried again by itself; `failed`: refused, somebody must act. */
  state: 'sending' | 'waiting' | 'failed';
  /** Why it failed, in the reader's language. */
  problem: string | null;
}

/** What became of one attempt; `refused` carries the reason in words, or nothing. */
export type Attempt = { outcome: 'sent' } | { outcome: 'unreachable' } | { outcome: 'refused'; problem: string | null };

export interface OutboxOptions {
  /** Resolves when the server has it and the thread shows it. Never rejects. */
  send: (entry: Outgoing) => Promise<Attempt>;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Runs `act` for a conversation in one tab at a time. */
  exclusively?: (conversation: string, act: () => Promise<void>) => Promise<void>;
}

export type Outbox = ReturnType<typeof createOutbox>;

const KEY = 'signalbox:outbox';

export function createOutbox({ send, storage, exclusively = directly }: OutboxOptions) {
  const watchers = new Set<() => void>();
  const busy = new Set<string>();
  let entries = load(storage);

  function keep(next: readonly Outgoing[]) {
    entries = next;
    try {
      storage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Storage is full or switched off: it lasts as long as the page.
    }
    for (const changed of watchers) changed();
  }

  function change(clientId: string, to: Partial<Outgoing>) {
    keep(entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...to } : entry)));
  }

  /** Sends what stands for a conversation, one after the other; stops at the first that does not get through. */
  async function flush(conversation: string): Promise<void> {
    if (busy.has(conversation)) return;
    busy.add(conversation);
    try {
      await exclusively(conversation, async () => {
        for (let next = nextOf(conversation); next; next = nextOf(conversation)) {
          if (!(await attempt(next))) return;
        }
      });
    } finally {
      busy.delete(conversation);
    }
  }

  function nextOf(conversation: string): Outgoing | undefined {
    return entries.find((entry) => isOpen(entry, conversation));
  }

  /** Whether the next one may be tried. */
  async function attempt(entry: Outgoing): Promise<boolean> {
    change(entry.clientId, { state: 'sending', problem: null });
    const result = await send(entry);
    if (result.outcome === 'sent') keep(entries.filter(({ clientId }) => clientId !== entry.clientId));
    else if (result.outcome === 'refused') change(entry.clientId, { state: 'failed', problem: result.problem });
    else keep(entries.map((each) => (isOpen(each, entry.conversation) ? { ...each, state: 'waiting' } : each)));
    return result.outcome !== 'unreachable';
  }

  return {
    read: () => entries,
    watch(changed: () => void): () => void {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    /** Takes over what another tab has stored. */
    reload() {
      entries = load(storage);
      for (const changed of watchers) changed();
    },
    add(entry: Omit<Outgoing, 'state' | 'problem'>): Promise<void> {
      keep([...entries, { ...entry, state: 'sending', problem: null }]);
      return flush(entry.conversation);
    },
    retry(clientId: string): Promise<void> {
      const entry = entries.find((each) => each.clientId === clientId);
      if (!entry) return Promise.resolve();
      change(clientId, { state: 'sending', problem: null });
      return flush(entry.conversation);
    },
    discard(clientId: string) {
      keep(entries.filter((entry) => entry.clientId !== clientId));
    },
    /** Tries everything that waits, as when the connection is back. */
    async flushAll(): Promise<void> {
      const open = new Set(entries.filter(({ state }) => state !== 'failed').map(({ conversation }) => conversation));
      await Promise.all([...open].map(flush));
    },
  };
}

function isOpen(entry: Outgoing, conversation: string): boolean {
  return entry.conversation === conversation && entry.state !== 'failed';
}

function load(storage: OutboxOptions['storage']): readonly Outgoing[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    // Only this module writes there.
    return Array.isArray(stored) ? (stored as Outgoing[]) : [];
  } catch {
    return [];
  }
}

function directly(_conversation: string, act: () => Promise<void>): Promise<void> {
  return act();
}
