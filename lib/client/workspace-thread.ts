'use client';

import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Thread, WorkspaceConversation, WorkspaceRow } from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { useCached } from './use-cached';
import type { ListPages } from './workspace';
import { workspaceKeys } from './workspace-keys';
import { extendThread, mergeEntries } from './workspace-merge';

const BASE = '/api/v1/workspace';

/** A conversation with its thread; what older messages were scrolled to stays when it is read again. */
export function useConversation(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: workspaceKeys.conversation(id),
    queryFn: async ({ signal }) => {
      const read = await fetchJson<WorkspaceConversation>(`${BASE}/conversations/${encodeURIComponent(id)}`, {
        signal,
      });
      const known = client.getQueryData<WorkspaceConversation>(workspaceKeys.conversation(id));
      return known ? keepOlder(known, read) : read;
    },
  });
}

/** The same without asking: what is known of the open conversation. */
export function useKnownConversation(id: string | null): WorkspaceConversation | undefined {
  return useCached<WorkspaceConversation>(workspaceKeys.conversation(id ?? ''));
}

/** Older messages that were scrolled to stay when the conversation is read again. */
function keepOlder(known: WorkspaceConversation, read: WorkspaceConversation): WorkspaceConversation {
  const first = firstSeq(read.thread);
  const reachesBack = firstSeq(known.thread) < first && known.thread.messageSeq >= first - 1;
  if (!reachesBack) return read;
  const entries = mergeEntries(known.thread.entries, read.thread.entries);
  return { ...read, thread: { ...read.thread, entries, more: known.thread.more } };
}

/** Number of the oldest message that is loaded; 0 for an empty thread. */
export function firstSeq({ entries }: Pick<Thread, 'entries'>): number {
  return entries.find((entry) => entry.kind !== 'line')?.seq ?? 0;
}

/** Fetches the messages before the oldest one that is loaded. */
export function useOlderMessages(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (before: number) =>
      fetchJson<Thread>(`${BASE}/conversations/${encodeURIComponent(id)}/thread?before=${before}`),
    onSuccess: (older) => {
      client.setQueryData<WorkspaceConversation>(workspaceKeys.conversation(id), (known) =>
        known
          ? {
              ...known,
              thread: {
                ...known.thread,
                entries: mergeEntries(older.entries, known.thread.entries),
                more: older.more,
              },
            }
          : known,
      );
    },
  });
}

/** Asks for what came after what is loaded, until nothing is missing. */
export async function catchUp(client: QueryClient, id: string): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const known = client.getQueryData<WorkspaceConversation>(workspaceKeys.conversation(id));
    if (!known) return;
    const { messageSeq, eventSeq } = known.thread;
    const query = `after=${messageSeq}&afterEvent=${eventSeq}&limit=200`;
    const more = await fetchJson<Thread>(`${BASE}/conversations/${encodeURIComponent(id)}/thread?${query}`);
    client.setQueryData<WorkspaceConversation>(workspaceKeys.conversation(id), (now) => {
      if (!now) return now;
      const { thread } = extendThread(now.thread, more.entries, more);
      const read = { messageSeq: Math.max(thread.messageSeq, more.messageSeq), eventSeq: more.eventSeq };
      return { ...now, thread: more.more ? thread : { ...thread, ...read } };
    });
    if (!more.more) return;
  }
}

/** Tells what has been read and shows it at once; a failure is put right by the next reading. */
export function markRead(client: QueryClient, id: string, seq: number): void {
  client.setQueryData<WorkspaceConversation>(
    workspaceKeys.conversation(id),
    (known) => known && { ...known, unread: 0, readSeq: seq },
  );
  client.setQueriesData<ListPages>({ queryKey: workspaceKeys.lists }, (known) => {
    if (!known) return known;
    const read = (row: WorkspaceRow) => (row.id === id && row.unread > 0 ? { ...row, unread: 0 } : row);
    return { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map(read) })) };
  });
  void fetchJson(`/api/v1/conversations/${id}/read`, { method: 'PUT', body: { seq } })
    .then(() => client.invalidateQueries({ queryKey: workspaceKeys.counts }))
    .catch(() => {});
}
