'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgentStatus } from '@/lib/contracts/agent';
import type { WorkspaceMe } from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { workspaceKeys } from './workspace-keys';

/** Own status; shown at once and taken back when the server refuses. */
export function useSetStatus() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: AgentStatus) =>
      fetchJson<WorkspaceMe>('/api/v1/workspace/me/status', { method: 'PUT', body: { status } }),
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
