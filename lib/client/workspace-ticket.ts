'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TicketChange } from '@/lib/contracts/ticket';
import type { WorkspaceConversation, WorkspaceRow } from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { refreshConversation } from './workspace';
import { workspaceKeys } from './workspace-keys';

export type ShownChange = Pick<
  TicketChange,
  'status' | 'type' | 'context' | 'sentiment' | 'inbox' | 'assignee' | 'orders'
>;

export interface ChangeInput {
  change: ShownChange;
  /** How the conversation looks with it, until the server has answered. */
  shown: Partial<Pick<WorkspaceRow, 'status' | 'assignee'>> & { ticket?: Partial<WorkspaceRow['ticket']> };
}

/** Changes what a ticket is filed under; shown at once and taken back when the server refuses. @throws Problem */
export function useChangeTicket(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['ticket', id],
    // One after the other: two choices in a row end as they were made.
    scope: { id: `ticket ${id}` },
    mutationFn: ({ change }: ChangeInput) =>
      fetchJson(`/api/v1/conversations/${encodeURIComponent(id)}`, { method: 'PATCH', body: change }),
    onMutate: async ({ shown }) => {
      await client.cancelQueries({ queryKey: workspaceKeys.conversation(id) });
      const before = client.getQueryData<WorkspaceConversation>(workspaceKeys.conversation(id));
      show(client, id, shown);
      return before;
    },
    onError: (_error, { shown }, before) => {
      if (!before) return;
      // Only what was changed goes back: the thread may have gone on meanwhile.
      const { status, assignee, ticket } = before;
      show(client, id, {
        ...('status' in shown && { status }),
        ...('assignee' in shown && { assignee }),
        ...(shown.ticket && { ticket }),
      });
    },
    onSettled: () => refreshConversation(client, id),
  });
}

function show(client: QueryClient, id: string, { ticket, ...rest }: ChangeInput['shown']) {
  client.setQueryData<WorkspaceConversation>(
    workspaceKeys.conversation(id),
    (known) => known && { ...known, ...rest, ticket: { ...known.ticket, ...ticket } },
  );
}
