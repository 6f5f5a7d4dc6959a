/**
 * What happens to the conversations of an account, read once for all agents' streams of this process: each stream takes
 * from it what its agent may see. Runs while somebody subscribes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { type ChangedConversation, readChanged, readStandings, type Standing } from '@/lib/services/workspace/changed';
import { readColleaguesStamp } from '@/lib/services/workspace/colleagues';
import { type Hint, hintBus } from '../hints';
import { follow } from '../realtime/follow';
import type { Passing } from '../realtime/passing';

/** Where a conversation stood when it was last told of. */
export type Before = Pick<Standing, 'groupKey' | 'assigneeKey' | 'queued'>;

export type FeedEvent =
  | { readonly type: 'changed'; readonly before: Before | undefined; readonly now: ChangedConversation }
  /** It was erased. */
  | { readonly type: 'vanished'; readonly id: string; readonly before: Before }
  | { readonly type: 'typing'; readonly passing: Passing; readonly where: Before }
  | { readonly type: 'colleagues' };

const COMPARE_MILLISECONDS = 5_000;
/** Comparing many open conversations takes its time; lost hints are rare. */
const MANY_OPEN = 2_000;
const COMPARE_MANY_MILLISECONDS = 30_000;
/** Hints of one moment are read together. */
const REST_MILLISECONDS = 25;
const AGAIN_MILLISECONDS = 1_000;

export class AccountFeed {
  readonly #database: Database;
  readonly #accountId: string;
  readonly #listeners = new Set<(event: FeedEvent) => void>();
  readonly #known = new Map<string, Standing>();
  readonly #hinted = new Set<string>();
  readonly #hintedCustomers = new Set<string>();
  #agentsHinted = false;
  #begun = false;
  #compareAt = 0;
  #colleagues: string | undefined;
  readonly #running = new AbortController();
  readonly #ready = Promise.withResolvers<void>();
  readonly #onEnd: () => void;

  /** Runs until its last listener goes. */
  constructor(database: Database, accountId: string, onEnd: () => void) {
    this.#database = database;
    this.#accountId = accountId;
    this.#onEnd = onEnd;
    hintBus().on('missed', this.#onMissed);
    void this.#run(this.#running.signal);
  }

  /** Tells of every change from now on; answers the way to stop. */
  subscribe(listener: (event: FeedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** Resolves when what is committed from now on will be told. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  #stop(): void {
    this.#running.abort();
    hintBus().off('missed', this.#onMissed);
    this.#onEnd();
  }

  /** A database that cannot be reached for a moment ends no stream: what was missed is compared afterwards. */
  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        for await (const event of follow<FeedEvent>(this.#following(signal))) this.#tell(event);
      } catch {
        this.#compareAt = 0;
        await pause(AGAIN_MILLISECONDS, undefined, { signal }).catch(() => {});
      }
    }
  }

  #following(signal: AbortSignal) {
    return {
      database: this.#database,
      signal,
      concerns: (hint: Hint) => hint.account === this.#accountId && this.#remember(hint),
      read: () => this.#read(),
      passing: (passing: Passing) => this.#typing(passing),
      compareMilliseconds: COMPARE_MILLISECONDS,
      restMilliseconds: REST_MILLISECONDS,
    };
  }

  readonly #onMissed = () => {
    this.#compareAt = 0;
  };

  #remember({ topic, id }: Hint): boolean {
    if (topic === 'conversation') this.#hinted.add(id);
    else if (topic === 'customer') this.#hintedCustomers.add(id);
    else if (topic === 'agent') this.#agentsHinted = true;
    else return false;
    return true;
  }

  #typing(passing: Passing): FeedEvent | undefined {
    const { account, topic, conversation } = passing;
    const where = this.#known.get(conversation);
    return account === this.#accountId && topic === 'typing' && where ? { type: 'typing', passing, where } : undefined;
  }

  async #read(): Promise<FeedEvent[]> {
    const hinted = this.#takeHinted();
    const compares = Date.now() >= this.#compareAt;
    const agentsHinted = this.#agentsHinted;
    this.#agentsHinted = false;
    if (compares) for (const id of await this.#compare()) hinted.add(id);
    const changed = await readChanged(
      this.#database,
      this.#accountId,
      [...hinted].map((id) => this.#markOf(id)),
    );
    const vanished = this.#vanished(hinted, changed);
    const events = changed.map((now) => this.#changed(now));
    const moved = agentsHinted || compares || events.some(({ before, now }) => isLoadMoved(before, now));
    const colleagues = moved && (await this.#colleaguesMoved()) ? [{ type: 'colleagues' } as const] : [];
    this.#ready.resolve();
    return [...events, ...vanished, ...colleagues];
  }

  #takeHinted(): Set<string> {
    const hinted = new Set(this.#hinted);
    this.#hinted.clear();
    for (const { id, customerId } of this.#known.values()) if (this.#hintedCustomers.has(customerId)) hinted.add(id);
    this.#hintedCustomers.clear();
    return hinted;
  }

  /** Ids of conversations that stand elsewhere than is known; the first time all of them become known. */
  async #compare(): Promise<string[]> {
    const standings = await readStandings(this.#database, this.#accountId);
    this.#compareAt =
      Date.now() + (standings.length > MANY_OPEN ? COMPARE_MANY_MILLISECONDS : COMPARE_MILLISECONDS) * 0.8;
    if (!this.#begun) {
      this.#begun = true;
      for (const standing of standings) this.#known.set(standing.id, standing);
      return [];
    }
    const open = new Set(standings.map(({ id }) => id));
    const closed = [...this.#known.keys()].filter((id) => !open.has(id));
    const moved = standings.filter((standing) => !isSame(standing, this.#known.get(standing.id)));
    return [...closed, ...moved.map(({ id }) => id)];
  }

  #markOf(id: string) {
    return this.#known.get(id) ?? { id, messageSeq: 0, eventSeq: 0 };
  }

  #vanished(asked: ReadonlySet<string>, found: readonly ChangedConversation[]): FeedEvent[] {
    const there = new Set(found.map(({ row }) => row.id));
    return [...asked].flatMap((id) => {
      const before = there.has(id) ? undefined : this.#known.get(id);
      if (!before) return [];
      this.#known.delete(id);
      return [{ type: 'vanished', id, before } as const];
    });
  }

  #changed(now: ChangedConversation): Extract<FeedEvent, { type: 'changed' }> {
    const { row, customerId, queued } = now;
    const before = this.#known.get(row.id);
    const isOpen = queued || row.phase === 'assigned' || (row.suspendedTicket && row.phase !== 'ended');
    if (isOpen) {
      const { id, messageSeq, eventSeq } = row;
      const where = { groupKey: row.group?.key ?? null, assigneeKey: row.assignee?.key ?? null, queued };
      this.#known.set(id, { id, messageSeq, eventSeq, ...where, customerId });
    } else this.#known.delete(row.id);
    return { type: 'changed', before, now };
  }

  async #colleaguesMoved(): Promise<boolean> {
    const before = this.#colleagues;
    this.#colleagues = await readColleaguesStamp(this.#database, this.#accountId);
    return before !== undefined && before !== this.#colleagues;
  }

  #tell(event: FeedEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function isSame(now: Standing, before: Standing | undefined): boolean {
  if (!before) return false;
  return before.eventSeq === now.eventSeq && before.messageSeq === now.messageSeq;
}

function isLoadMoved(before: Before | undefined, { row }: ChangedConversation): boolean {
  return (before?.assigneeKey ?? null) !== (row.assignee?.key ?? null) || row.inactive || row.phase === 'ended';
}

const feeds = Symbol.for('signalbox.feeds');

/** One for each account, process and database; on globalThis, since every route is a bundle of its own. */
export function feedOf(database: Database, accountId: string): AccountFeed {
  const holder = globalThis as { [feeds]?: WeakMap<Database, Map<string, AccountFeed>> };
  holder[feeds] ??= new WeakMap();
  const known = holder[feeds].get(database) ?? new Map<string, AccountFeed>();
  holder[feeds].set(database, known);
  const feed = known.get(accountId) ?? new AccountFeed(database, accountId, () => known.delete(accountId));
  known.set(accountId, feed);
  return feed;
}
