'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ListPages } from '@/lib/client/workspace';
import { workspaceKeys } from '@/lib/client/workspace-keys';

/** Tags of the conversations that have been listed here, the most used first: what one is likely to want again. */
export function useKnownTags(): string[] {
  const client = useQueryClient();
  const counts = new Map<string, number>();
  for (const [, list] of client.getQueriesData<ListPages>({ queryKey: workspaceKeys.lists })) {
    for (const tag of list?.pages.flatMap(({ items }) => items.flatMap(({ tags }) => tags)) ?? []) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
}
