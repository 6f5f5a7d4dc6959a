'use client';

import { useQuery } from '@tanstack/react-query';
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

const NONE: ThreadMails['items'] = [];
