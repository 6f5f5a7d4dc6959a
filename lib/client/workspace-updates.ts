'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ThreadEntry, WorkspaceConversation, WorkspaceMe, WorkspaceRow } from '@/lib/contracts/workspace';
import { type LiveEvent, onLiveEvent, startLive } from './live';
import { noteTyping } from './typing';
import { isLong, type ListPages } from './workspace';
import { type ListFilter, presenceKeys, workspaceKeys } from './workspace-keys';
import { extendThread, placeRow } from './workspace-merge';
import { catchUp } from './workspace-thread';

/** Keeps every cached list, conversation and count as the server has it. Once per page, by the shell. */
export function useWorkspaceUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stopHearing = onLiveEvent((event) => applyEvent(client, event));
    const stop = startLive();
    return () => {
      stopHearing();
      stop();
    };
  }, [client]);
}

export function applyEvent(client: QueryClient, event: LiveEvent): void {
  if (event.type === 'hello' || event.type === 'counts') client.setQueryData(workspaceKeys.counts, event.counts);
  if (event.type === 'hello') readAnew(client);
  else if (event.type === 'poll') applyPoll(client, event.stamp);
  else if (event.type === 'conversation') applyConversation(client, event.row, event.entries);
  else if (event.type === 'gone') applyGone(client, event.id);
  else if (event.type === 'typing') noteTyping(event);
  else if (event.type === 'colleagues') readAll(client, [workspaceKeys.colleagues, workspaceKeys.me, ...PRESENCE]);
}

/** After a pause nobody knows what was missed. */
function readAnew(client: QueryClient) {
  const { lists, me, colleagues, conversations } = workspaceKeys;
  readAll(client, [lists, me, colleagues, conversations, ...PRESENCE]);
}

let lastStamp = '';
const PRESENCE = Object.values(presenceKeys);

function applyPoll(client: QueryClient, stamp: string) {
  if (stamp !== lastStamp) {
    lastStamp = stamp;
    readAll(client, [workspaceKeys.lists, workspaceKeys.me, ...PRESENCE]);
  }
  readAll(client, [workspaceKeys.conversations]);
}

/** What is on screen is read at once, the rest when it is shown again. */
function readAll(client: QueryClient, keys: readonly (readonly string[])[]) {
  for (const queryKey of keys) void client.invalidateQueries({ queryKey });
}

function applyRow(client: QueryClient, row: WorkspaceRow) {
  const me = client.getQueryData<WorkspaceMe>(workspaceKeys.me);
  const lists = client.getQueryCache().findAll({ queryKey: workspaceKeys.lists });
  for (const { queryKey, state } of lists) {
    // The key is `workspaceKeys.list`'s.
    const filter = queryKey[2] as ListFilter | undefined;
    const pages = state.data as ListPages | undefined;
    if (!filter || !pages) continue;
    if (!me || filter.search.trim() !== '' || filter.group !== '') {
      client.setQueryData<ListPages>(queryKey, (known) => known && replaceRow(known, row));
      if (!isLong(pages)) void client.invalidateQueries({ queryKey });
      continue;
    }
    client.setQueryData<ListPages>(queryKey, (known) => known && withRow(known, row, filter, me));
  }
}

/** All pages as one, so that a row can move between them; the cursor of the last page goes on from there. */
function withRow(known: ListPages, row: WorkspaceRow, { view }: ListFilter, me: WorkspaceMe): ListPages {
  const next = known.pages.at(-1)?.next ?? null;
  const rows = known.pages.flatMap(({ items }) => items);
  const placed = placeRow(rows, row, view, me, next === null);
  const sizes = known.pages.map(({ items }) => items.length);
  let from = 0;
  const pages = known.pages.map((page, index) => {
    const last = index === known.pages.length - 1;
    const items = placed.slice(from, last ? undefined : from + (sizes[index] ?? 0));
    from += items.length;
    return { ...page, items };
  });
  return { ...known, pages };
}

function replaceRow(known: ListPages, row: WorkspaceRow): ListPages {
  const pages = known.pages.map((page) => ({
    ...page,
    items: page.items.map((each) => (each.id === row.id ? row : each)),
  }));
  return { ...known, pages };
}

function applyGone(client: QueryClient, id: string) {
  void client.invalidateQueries({ queryKey: workspaceKeys.conversation(id) });
  client.setQueriesData<ListPages>({ queryKey: workspaceKeys.lists }, (known) => {
    if (!known) return known;
    return {
      ...known,
      pages: known.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.id !== id) })),
    };
  });
}

function applyConversation(client: QueryClient, row: WorkspaceRow, entries: readonly ThreadEntry[]) {
  applyRow(client, row);
  const key = workspaceKeys.conversation(row.id);
  const state = client.getQueryState(key);
  // What is being read may have been read too early: it is read again.
  if (state?.fetchStatus === 'fetching') void client.invalidateQueries({ queryKey: key });
  let missing = false;
  let moved = false;
  client.setQueryData<WorkspaceConversation>(key, (known) => {
    if (!known) return known;
    const { thread, complete } = extendThread(known.thread, entries, row);
    missing = !complete;
    moved =
      known.phase !== row.phase || known.assignee?.key !== row.assignee?.key || known.group?.key !== row.group?.key;
    const { customer, ...rest } = row;
    return {
      ...known,
      ...rest,
      customer: { ...known.customer, name: customer.name, email: customer.email, suspended: customer.suspended },
      thread,
    };
  });
  // What may be done, past conversations and the estimate follow from the state.
  if (moved) void client.invalidateQueries({ queryKey: key });
  else if (missing) void catchUp(client, row.id).catch(() => client.invalidateQueries({ queryKey: key }));
  if (entries.some(({ kind }) => kind !== 'note')) {
    void client.invalidateQueries({ queryKey: workspaceKeys.firings(row.id) });
  }
}
