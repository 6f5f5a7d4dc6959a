'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Attachment } from '@/lib/contracts/attachment';
import { fetchJson, Problem } from './fetcher';
import { onLiveEvent } from './live';
import { type Attempt, createOutbox, type Outbox, type Outgoing } from './outbox';
import { workspaceKeys } from './workspace-keys';
import { catchUp } from './workspace-thread';

let outbox: Outbox | null = null;
let queries: QueryClient | null = null;
const NOTHING: readonly Outgoing[] = [];
const AGAIN_MS = 5_000;

/** The browser's outbox; made on first use, since it reads what the last page left behind. */
function theOutbox(): Outbox {
  outbox ??= createOutbox({ send, storage: window.localStorage, exclusively });
  return outbox;
}

/** Sends what waits whenever the connection may be back. Once per page, by the shell. */
export function useSendingOfWhatWaits(): void {
  const client = useQueryClient();
  useEffect(() => {
    queries = client;
    const flush = () => void theOutbox().flushAll();
    const stored = ({ key }: StorageEvent) => key === 'signalbox:outbox' && theOutbox().reload();
    const stopHearing = onLiveEvent(({ type }) => (type === 'hello' || type === 'poll') && flush());
    const timer = setInterval(
      () =>
        theOutbox()
          .read()
          .some(({ state }) => state === 'waiting') && flush(),
      AGAIN_MS,
    );
    window.addEventListener('online', flush);
    window.addEventListener('storage', stored);
    flush();
    return () => {
      stopHearing();
      clearInterval(timer);
      window.removeEventListener('online', flush);
      window.removeEventListener('storage', stored);
    };
  }, [client]);
}

/** What is on its way in a conversation, in the order written. */
export function useOutgoing(conversation: string): readonly Outgoing[] {
  const all = useSyncExternalStore(
    (changed) => theOutbox().watch(changed),
    () => theOutbox().read(),
    () => NOTHING,
  );
  return useMemo(() => all.filter((entry) => entry.conversation === conversation), [all, conversation]);
}

export interface Writing {
  kind: Outgoing['kind'];
  text: string;
  attachments: readonly Attachment[];
}

/** Puts a message or note on its way; it shows at once. */
export function sendFrom(client: QueryClient, conversation: string, writing: Writing): void {
  queries = client;
  const entry = { ...writing, conversation, clientId: newId(), at: new Date().toISOString() };
  void theOutbox().add(entry);
}

export function retrySending(clientId: string): void {
  void theOutbox().retry(clientId);
}

export function discardOutgoing(clientId: string): void {
  theOutbox().discard(clientId);
}

async function send({ conversation, kind, text, attachments, clientId }: Outgoing): Promise<Attempt> {
  const body = { text, clientId, ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }) };
  const path = `/api/v1/conversations/${conversation}/${kind === 'note' ? 'notes' : 'messages'}`;
  try {
    await fetchJson<unknown>(path, { method: 'POST', body });
  } catch (error) {
    return attemptOf(error);
  }
  await show(conversation);
  return { outcome: 'sent' };
}

function attemptOf(error: unknown): Attempt {
  if (!(error instanceof Problem)) return { outcome: 'refused', problem: null };
  // Signed out or too quick counts as unreachable: it gets through later, unchanged.
  const later = ['unavailable', 'too_busy', 'rate_limited', 'session_ended', 'unauthenticated'].includes(error.code);
  if (later) return { outcome: 'unreachable' };
  return { outcome: 'refused', problem: error.issues[0]?.message ?? (error.detail || null) };
}

/** The thread has it before the outbox lets go, so that nothing flickers. */
async function show(conversation: string): Promise<void> {
  if (!queries) return;
  await catchUp(queries, conversation).catch(() => {});
  void queries.invalidateQueries({ queryKey: workspaceKeys.lists });
}

function exclusively(conversation: string, act: () => Promise<void>): Promise<void> {
  if (typeof navigator.locks === 'undefined') return act();
  return navigator.locks.request(`signalbox:outbox:${conversation}`, act);
}

/** Not `randomUUID` alone: browsers have it on secure origins only. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
