'use client';

import { useSyncExternalStore } from 'react';

/** What was begun and not sent, per conversation; kept in this browser. */
export interface Draft {
  mode: 'message' | 'note';
  message: string;
  note: string;
}

export const EMPTY_DRAFT: Draft = { mode: 'message', message: '', note: '' };

/** Drafts untouched for this long are thrown away. */
const KEPT_MS = 30 * 24 * 3_600_000;
const PREFIX = 'signalbox:draft:';

export function readDraft(conversation: string): Draft {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + conversation) ?? 'null');
    // Only this module writes there.
    return stored ? { ...EMPTY_DRAFT, ...(stored as Partial<Draft>) } : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(conversation: string, draft: Draft): void {
  try {
    if (draft.message === '' && draft.note === '') localStorage.removeItem(PREFIX + conversation);
    else localStorage.setItem(PREFIX + conversation, JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    // Storage is full or switched off: the draft lasts as long as the page.
  }
  for (const changed of watchers) changed();
}

const watchers = new Set<() => void>();

/** Whether a reply was begun there. */
export function useHasDraft(conversation: string): boolean {
  return useSyncExternalStore(
    watch,
    () => readDraft(conversation).message !== '',
    () => false,
  );
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Throws old drafts away. */
export function sweepDrafts(now = Date.now()): void {
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      const { at } = JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: number };
      if (typeof at !== 'number' || now - at > KEPT_MS) localStorage.removeItem(key);
    }
  } catch {
    // Nothing to sweep where nothing can be stored.
  }
}
