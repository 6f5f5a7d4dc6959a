'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenDraft } from '@/lib/contracts/reply-draft';
import { fetchJson } from './fetcher';
import { workspaceKeys } from './workspace-keys';

/** Looked for by itself, too: it comes when another side has answered, at no moment of the conversation's. */
const AGAIN_MS = 8_000;

const address = (conversation: string) => `/api/v1/conversations/${encodeURIComponent(conversation)}/draft`;

/** What a rule has written for an agent to send. Read anew with what rules did. */
export function useReplyDraft(conversation: string) {
  return useQuery({
    queryKey: workspaceKeys.replyDraft(conversation),
    queryFn: ({ signal }) => fetchJson<OpenDraft>(address(conversation), { signal }),
    refetchInterval: AGAIN_MS,
  });
}

/** Sends it, as it is or changed, or discards it. */
export function useDecideDraft(conversation: string) {
  const client = useQueryClient();
  const key = workspaceKeys.replyDraft(conversation);
  return useMutation({
    mutationFn: ({ act, ...body }: { act: 'send' | 'discard'; draft: string; text?: string }) =>
      fetchJson<OpenDraft>(`${address(conversation)}/${act}`, { method: 'POST', body }),
    onSuccess: (open) => client.setQueryData(key, open),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}
