'use client';

import { useSyncExternalStore } from 'react';
import type { WorkspaceEvent } from '@/lib/contracts/workspace';

type TypingEvent = Extract<WorkspaceEvent, { type: 'typing' }>;
/** Somebody who is typing at this moment. */
export interface Typist {
  kind: 'customer' | 'agent';
  name: string | null;
}

const FORGOTTEN_MS = 8_000;
const NOBODY: readonly Typist[] = [];
const watchers = new Set<() => void>();
const typists = new Map<string, readonly Typist[]>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Takes what the stream tells; somebody who is not heard of again is forgotten. */
export function noteTyping({ conversation, kind, name, typing }: TypingEvent): void {
  const same = (typist: Typist) => typist.kind === kind && typist.name === name;
  const others = (typists.get(conversation) ?? NOBODY).filter((typist) => !same(typist));
  const timer = `${conversation} ${kind} ${name ?? ''}`;
  clearTimeout(timers.get(timer));
  timers.delete(timer);
  if (typing) {
    timers.set(
      timer,
      setTimeout(() => noteTyping({ type: 'typing', conversation, kind, name, typing: false }), FORGOTTEN_MS),
    );
  }
  const now = typing ? [...others, { kind, name }] : others;
  if (now.length === 0) typists.delete(conversation);
  else typists.set(conversation, now);
  for (const changed of watchers) changed();
}

/** Who is typing in a conversation. */
export function useTypists(conversation: string): readonly Typist[] {
  return useSyncExternalStore(
    watch,
    () => typists.get(conversation) ?? NOBODY,
    () => NOBODY,
  );
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
