'use client';

/** What stands around every page knows of its user; the workspace's own hooks are not loaded for it. */
import { useQuery } from '@tanstack/react-query';
import type { WorkspaceCounts, WorkspaceMe } from '@/lib/contracts/workspace';
import { fetchJson } from './fetcher';
import { useCached } from './use-cached';
import { workspaceKeys } from './workspace-keys';

export function useMe(initial?: WorkspaceMe) {
  return useQuery({
    queryKey: workspaceKeys.me,
    queryFn: ({ signal }) => fetchJson<WorkspaceMe>('/api/v1/workspace/me', { signal }),
    initialData: initial,
  });
}

/** The counts as the stream tells them, without asking. */
export function useToldCounts(): WorkspaceCounts | undefined {
  return useCached<WorkspaceCounts>(workspaceKeys.counts);
}
