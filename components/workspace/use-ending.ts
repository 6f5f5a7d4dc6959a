'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { toast, toastUndo } from '@/components/ui/toast';
import { onLiveEvent } from '@/lib/client/live';
import { problemText } from '@/lib/client/problem-text';
import { refreshConversation } from '@/lib/client/workspace';
import { endForGood } from '@/lib/client/workspace-verbs';
import type { ThreadEntry, WorkspaceConversation } from '@/lib/contracts/workspace';

/** Conversations that are about to end, each with the number of its last message then. */
const ending = new Map<string, number>();
const watchers = new Set<() => void>();

export interface Ending {
  /** Says that it ends; it does when the toast has gone, or the page. What has ended cannot be opened again. */
  end: (conversation: WorkspaceConversation, name: string) => void;
  undo: (id: string) => void;
}

export function useIsEnding(id: string): boolean {
  return useSyncExternalStore(
    watch,
    () => ending.has(id),
    () => false,
  );
}

/** Ending with a moment to think again. A customer who writes meanwhile calls it off. */
export function useEnding(): Ending {
  const t = useTranslations('workspace.end');
  const client = useQueryClient();
  const settle = useCallback(
    (id: string) => {
      if (!forget(id)) return;
      endForGood(id)
        .catch((error: unknown) => toast(problemText(error, t('failed'))))
        .finally(() => refreshConversation(client, id));
    },
    [client, t],
  );
  useEffect(() => {
    const settleAll = () => [...ending.keys()].forEach(settle);
    const stopHearing = onLiveEvent((event) => {
      if (event.type !== 'conversation') return;
      const { row, entries } = event;
      const since = ending.get(row.id);
      if (since === undefined) return;
      const wrote = entries.some((entry) => isFromCustomer(entry) && entry.seq > since);
      if ((wrote || row.phase === 'ended') && forget(row.id) && wrote) toast(t('calledOff'));
    });
    window.addEventListener('pagehide', settleAll);
    return () => {
      stopHearing();
      window.removeEventListener('pagehide', settleAll);
      settleAll();
    };
  }, [settle, t]);
  return {
    end: ({ id, thread }, name) => {
      if (ending.has(id)) return;
      ending.set(id, thread.messageSeq);
      say();
      toastUndo(t('ended', { name }), () => forget(id), { settle: () => settle(id) });
    },
    undo: forget,
  };
}

/** Whether it was about to end. */
function forget(id: string): boolean {
  const was = ending.delete(id);
  if (was) say();
  return was;
}

function isFromCustomer(entry: ThreadEntry): entry is Extract<ThreadEntry, { kind: 'message' }> {
  return entry.kind === 'message' && entry.author.kind === 'customer';
}

function say() {
  for (const changed of watchers) changed();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}
