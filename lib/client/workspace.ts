'use client';

import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AgentStatus } from '@/lib/contracts/agent';
import type { Group } from '@/lib/contracts/group';
import type { Page } from '@/lib/contracts/list';
import type {
  Colleagues,
  ConversationFirings,
  Thread,
  WorkspaceConversation,
  WorkspaceCounts,
  WorkspaceMe,
  WorkspaceRow,
  WorkspaceSlice,
} from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { useCached } from './use-cached';
import { LIST_ROWS, type ListFilter, workspaceKeys } from './workspace-keys';
import { extendThread, mergeEntries } from './workspace-merge';

const BASE = '/api/v1/workspace';

export type ListPages = InfiniteData<WorkspaceSlice, string>;

export function useMe(initial?: WorkspaceMe) {
  return useQuery({
    queryKey: workspaceKeys.me,
    queryFn: ({ signal }) => fetchJson<WorkspaceMe>(`${BASE}/me`, { signal }),
    initialData: initial,
  });
}

export function useCounts(initial?: WorkspaceCounts) {
  return useQuery({
    queryKey: workspaceKeys.counts,
    queryFn: ({ signal }) => fetchJson<WorkspaceCounts>(`${BASE}/counts`, { signal }),
    initialData: initial,
  });
}

/** The counts as the stream tells them, without asking: for what stands around every page. */
export function useToldCounts(): WorkspaceCounts | undefined {
  return useCached<WorkspaceCounts>(workspaceKeys.counts);
}

/** Agents with status and load; asked for while something shows them. */
export function useColleagues(enabled = true) {
  return useQuery({
    queryKey: workspaceKeys.colleagues,
    queryFn: ({ signal }) => fetchJson<Colleagues>(`${BASE}/colleagues`, { signal }),
    enabled,
  });
}

/** Every group of the account: they are few, and change rarely. */
export function useGroups(enabled = true) {
  return useQuery({
    queryKey: ['groups', 'all'],
    queryFn: ({ signal }) => fetchJson<Page<Group>>('/api/v1/groups?pageSize=200', { signal }),
    staleTime: 300_000,
    enabled,
  });
}

/** A list, page by page; what was shown before stays until the answer is there. */
export function useConversations(filter: ListFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: workspaceKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      fetchJson<WorkspaceSlice>(`${BASE}/conversations?${listSearch(filter, pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    // What the stream cannot tell (a filter's membership, a missed moment) is put right by itself.
    refetchInterval: ({ state }) => (isLong(state.data) ? false : 60_000),
    enabled,
  });
}

/** So far down nobody waits for what others do; reading all of it again would take as many requests as pages. */
const LONG_PAGES = 4;

export function isLong(list: ListPages | undefined): boolean {
  return (list?.pages.length ?? 0) > LONG_PAGES;
}

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

export function useFirings(id: string) {
  return useQuery({
    queryKey: workspaceKeys.firings(id),
    queryFn: ({ signal }) =>
      fetchJson<ConversationFirings>(`${BASE}/conversations/${encodeURIComponent(id)}/firings`, { signal }),
  });
}

/** Own status; shown at once and taken back when the server refuses. */
export function useSetStatus() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: AgentStatus) =>
      fetchJson<WorkspaceMe>(`${BASE}/me/status`, { method: 'PUT', body: { status } }),
    onMutate: async (status) => {
      await client.cancelQueries({ queryKey: workspaceKeys.me });
      const before = client.getQueryData<WorkspaceMe>(workspaceKeys.me);
      client.setQueryData<WorkspaceMe>(workspaceKeys.me, (me) => me && { ...me, status, chosen: status });
      return before;
    },
    onSuccess: (me) => client.setQueryData(workspaceKeys.me, me),
    onError: (_error, _status, before) => before && client.setQueryData(workspaceKeys.me, before),
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

/** Everything of a conversation whose state has changed by a verb: its page, the lists, the counts. */
export function refreshConversation(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: workspaceKeys.conversation(id) });
  void client.invalidateQueries({ queryKey: workspaceKeys.lists });
  void client.invalidateQueries({ queryKey: workspaceKeys.counts });
}

/** A row from whatever list has it, to show something before the conversation is there. */
export function rowInCache(client: QueryClient, id: string): WorkspaceRow | undefined {
  for (const [, pages] of client.getQueriesData<ListPages>({ queryKey: workspaceKeys.lists })) {
    const row = pages?.pages.flatMap(({ items }) => items).find((each) => each.id === id);
    if (row) return row;
  }
  return undefined;
}

function listSearch({ view, search, group }: ListFilter, cursor: string): string {
  const given = { view, search: search.trim(), group, cursor, limit: String(LIST_ROWS) };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
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

/** For the others only: whether it arrives does not matter. */
export function tellTyping(id: string, typing: boolean): void {
  void fetchJson(`/api/v1/conversations/${id}/typing`, { method: 'POST', body: { typing } }).catch(() => {});
}
