'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ThreadMails, WorkspaceConversation } from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { workspaceKeys } from './workspace-keys';

const WAITING_MS = 2_000;

/** What became of messages by e-mail: read anew with every message, and while one waits to be sent. */
export function useThreadMails(conversation: WorkspaceConversation): ThreadMails['items'] {
  const { id, channel, customer, thread } = conversation;
  const key = workspaceKeys.mails(id);
  const { data } = useQuery({
    queryKey: [...key, thread.messageSeq, thread.eventSeq],
    queryFn: ({ signal }) =>
      fetchJson<ThreadMails>(`/api/v1/workspace/conversations/${encodeURIComponent(id)}/mails`, { signal }),
    enabled: channel.kind === 'email' || customer.email !== null,
    placeholderData: (known, before) => (before?.queryKey[key.length - 1] === id ? known : undefined),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'waiting') ? WAITING_MS : false),
  });
  return data?.items ?? NONE;
}

/** Sends a message again whose e-mail failed. Where it has not failed any more, the thread says so anew. */
export function useRetryMail(conversation: string) {
  const client = useQueryClient();
  const queryKey = workspaceKeys.mails(conversation);
  return useMutation({
    mutationFn: (message: number) =>
      fetchJson<ThreadMails>(
        `/api/v1/conversations/${encodeURIComponent(conversation)}/messages/${message}/mail/retry`,
        { method: 'POST' },
      ),
    onSuccess: (mails) => client.setQueriesData({ queryKey }, mails),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

const NONE: ThreadMails['items'] = [];
