/**
 * What changes while one works. One tab of the browser holds the stream and tells the others; where no stream gets
 * through, it asks every few seconds instead. Everything that hears `hello` or `poll` reads anew what it shows.
 */
import type { WorkspaceEvent, WorkspaceUpdates } from '@/lib/contracts/workspace';
import { holdStream } from './event-stream';
import { fetchJson, Problem } from './fetcher';
import { joinTabs, type Tabs } from './tabs';

/**
 * `polling`: changes arrive with some seconds of delay; `lost`: the server cannot be reached; `ended`: signed out.
 */
export type Connection = 'connecting' | 'live' | 'polling' | 'lost' | 'ended';

/** `poll`: no stream; ask for what is on screen. */
export type LiveEvent = WorkspaceEvent | { type: 'poll'; stamp: string };

type Said = { kind: 'event'; event: LiveEvent } | { kind: 'connection'; connection: Connection } | { kind: 'ask' };

const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
let connection: Connection = 'connecting';
let tabs: Tabs<Said> | null = null;
let leads = false;
let users = 0;

/** Joins the browser's tabs while something on the page wants to know; answers how to stop. */
export function startLive(): () => void {
  users += 1;
  if (users === 1) {
    tabs = joinTabs<Said>('signalbox:live', { hear, lead });
    tabs.tell({ kind: 'ask' });
  }
  return () => {
    users -= 1;
    if (users > 0) return;
    tabs?.leave();
    tabs = null;
    leads = false;
    connection = 'connecting';
  };
}

export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function watchConnection(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export function readConnection(): Connection {
  return connection;
}

/** Whether this tab is the one that speaks with the server for all. */
export function isLeader(): boolean {
  return leads;
}

function hear(said: Said) {
  if (said.kind === 'event') emit(said.event);
  else if (said.kind === 'connection') become(said.connection);
  else if (leads) tabs?.tell({ kind: 'connection', connection });
}

function say(event: LiveEvent) {
  tabs?.tell({ kind: 'event', event });
  emit(event);
}

function emit(event: LiveEvent) {
  for (const listener of listeners) listener(event);
}

function become(next: Connection) {
  if (leads) tabs?.tell({ kind: 'connection', connection: next });
  if (next === connection) return;
  connection = next;
  for (const changed of watchers) changed();
}

async function lead(signal: AbortSignal): Promise<void> {
  leads = true;
  let failures = 0;
  let polls = 0;
  while (!signal.aborted) {
    const streams = failures < 2 || polls % POLLS_PER_TRY === 0;
    if (streams) failures = (await hold(signal)) ? 0 : failures + 1;
    if (signal.aborted) return;
    polls += 1;
    const reached = await ask(signal);
    if (signal.aborted) return;
    if (reached === 'ended') return become('ended');
    become(reached === 'lost' ? 'lost' : failures >= 2 ? 'polling' : 'connecting');
    await pause(reached === 'lost' ? backOff(polls) : failures >= 2 ? POLL_MS : 300, signal);
  }
}

function hold(signal: AbortSignal): Promise<boolean> {
  return holdStream<WorkspaceEvent>({
    ...{ url: '/api/v1/workspace/stream', types: TYPES, first: 'hello', signal },
    onEvent: (event) => {
      become('live');
      if (event.type === 'ping' || event.type === 'hello') tellPresence();
      say(event);
    },
  });
}

async function ask(signal: AbortSignal): Promise<'reached' | 'lost' | 'ended'> {
  try {
    const { counts, stamp } = await fetchJson<WorkspaceUpdates>('/api/v1/workspace/updates', { signal });
    tellPresence();
    say({ type: 'counts', counts });
    say({ type: 'poll', stamp });
    return 'reached';
  } catch (error) {
    return error instanceof Problem && error.status === 401 ? 'ended' : 'lost';
  }
}

/** The browser is there as long as a tab of it has the product open. */
function tellPresence() {
  void fetchJson('/api/v1/workspace/presence', { method: 'POST' }).catch(() => {});
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    }
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

function backOff(tries: number): number {
  return Math.min(15_000, 1_000 * 2 ** Math.min(tries, 4)) * (0.8 + Math.random() * 0.4);
}

const POLL_MS = 4_000;
/** While polling, the stream is tried again every so many polls. */
const POLLS_PER_TRY = 15;
const TYPES: readonly WorkspaceEvent['type'][] = [
  ...(['hello', 'counts', 'conversation', 'gone', 'request', 'typing', 'colleagues', 'ping'] as const),
];
