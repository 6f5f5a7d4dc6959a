'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@/lib/contracts/conversation';
import type { WorkspaceConversation, WorkspaceRow } from '@/lib/contracts/workspace';
import { fetchJson, Problem } from './fetcher';
import { refreshConversation } from './workspace';
import { workspaceKeys } from './workspace-keys';

const of = (id: string) => `/api/v1/conversations/${encodeURIComponent(id)}`;
const post = <T>(url: string, body?: unknown) =>
  fetchJson<T>(url, { method: 'POST', ...(body !== undefined && { body }) });

/** What became of an attempt to take a conversation. */
export type Acceptance =
  | { outcome: 'accepted'; id: string }
  /** Somebody was quicker; `by` is their name, if it is known. */
  | { outcome: 'taken'; by: string | null }
  /** Nothing waits for me. */
  | { outcome: 'nothing' };

/** Takes a waiting conversation. @throws Problem for what is no matter of being too late */
export function useAccept() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string): Promise<Acceptance> => {
      try {
        await post<Conversation>(`${of(id)}/accept`, {});
        return { outcome: 'accepted', id };
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'conflict') throw error;
        return await whoHasIt(id);
      }
    },
    onSettled: (_result, _error, id) => refreshConversation(client, id),
  });
}

async function whoHasIt(id: string): Promise<Acceptance> {
  const { assignee } = await fetchJson<WorkspaceConversation>(
    `/api/v1/workspace/conversations/${encodeURIComponent(id)}`,
  );
  return { outcome: 'taken', by: assignee?.name ?? null };
}

/** Takes the one that has waited longest. */
export function useAcceptNext() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Acceptance> => {
      const { conversation } = await post<{ conversation: WorkspaceRow | null }>('/api/v1/workspace/accept-next');
      return conversation ? { outcome: 'accepted', id: conversation.id } : { outcome: 'nothing' };
    },
    onSuccess: (result) => result.outcome === 'accepted' && refreshConversation(client, result.id),
    onError: () => refreshLists(client),
  });
}

export type ConversationVerb =
  | { verb: 'assign'; agent?: string }
  | { verb: 'transfer'; group: string }
  | { verb: 'end' }
  | { verb: 'note'; text: string }
  | { verb: 'tags'; add: string[]; remove: string[] };

/** A verb on one conversation; what is on screen is read again whatever becomes of it. @throws Problem */
export function useConversationVerb(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ConversationVerb) => runVerb(id, input),
    onMutate: (input) => input.verb === 'tags' && showTags(client, id, input),
    onSettled: () => refreshConversation(client, id),
  });
}

function runVerb(id: string, input: ConversationVerb): Promise<unknown> {
  if (input.verb === 'assign') return post(`${of(id)}/assign`, input.agent ? { agent: input.agent } : {});
  if (input.verb === 'transfer') return post(`${of(id)}/transfer`, { group: input.group });
  if (input.verb === 'note') return post(`${of(id)}/notes`, { text: input.text });
  if (input.verb === 'tags') return post(`${of(id)}/tags`, { add: input.add, remove: input.remove });
  return post(`${of(id)}/end`);
}

/** Ends without a page that waits for the answer: it is on its way even when the page goes. */
export function endForGood(id: string): Promise<unknown> {
  return fetch(`${of(id)}/end`, { method: 'POST', keepalive: true, headers: { accept: 'application/json' } }).then(
    async (answer) => {
      if (!answer.ok) throw new Problem({ status: answer.status, ...(await answer.json().catch(() => ({}))) });
    },
  );
}

function showTags(client: QueryClient, id: string, { add, remove }: { add: string[]; remove: string[] }) {
  client.setQueryData<WorkspaceConversation>(
    workspaceKeys.conversation(id),
    (known) =>
      known && { ...known, tags: [...new Set([...known.tags, ...add])].filter((tag) => !remove.includes(tag)) },
  );
}

export interface SuspensionInput {
  scope: 'messaging' | 'all';
  reason: string;
}

/** Suspends the customer of a conversation, or lifts it (`null`). @throws Problem */
export function useSuspension(conversation: string, customer: string) {
  const client = useQueryClient();
  const url = `/api/v1/customers/${encodeURIComponent(customer)}/suspension`;
  return useMutation({
    mutationFn: (input: SuspensionInput | null) =>
      fetchJson(url, input ? { method: 'PUT', body: input } : { method: 'DELETE' }),
    onSettled: () => refreshConversation(client, conversation),
  });
}

function refreshLists(client: QueryClient) {
  void client.invalidateQueries({ queryKey: workspaceKeys.lists });
  void client.invalidateQueries({ queryKey: workspaceKeys.counts });
}
