'use client';

import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { Group } from '@/lib/contracts/group';
import type { Page } from '@/lib/contracts/list';
import type {
  Colleagues,
  ConversationFirings,
  WorkspaceCounts,
  WorkspaceRow,
  WorkspaceSlice,
} from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { LIST_ROWS, type ListFilter, workspaceKeys } from './workspace-keys';

const BASE = '/api/v1/workspace';

export type ListPages = InfiniteData<WorkspaceSlice, string>;

export function useCounts(initial?: WorkspaceCounts) {
  return useQuery({
    queryKey: workspaceKeys.counts,
    queryFn: ({ signal }) => fetchJson<WorkspaceCounts>(`${BASE}/counts`, { signal }),
    initialData: initial,
  });
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

export function useFirings(id: string) {
  return useQuery({
    queryKey: workspaceKeys.firings(id),
    queryFn: ({ signal }) =>
      fetchJson<ConversationFirings>(`${BASE}/conversations/${encodeURIComponent(id)}/firings`, { signal }),
  });
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

/** For the others only: whether it arrives does not matter. */
export function tellTyping(id: string, typing: boolean): void {
  void fetchJson(`/api/v1/conversations/${id}/typing`, { method: 'POST', body: { typing } }).catch(() => {});
}
