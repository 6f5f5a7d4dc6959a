'use client';

import { useQuery } from '@tanstack/react-query';
import type { Explanation, Firing } from '@/lib/contracts/firing';
import { fetchJson } from './fetcher';

/** Tries a failed step again. @throws the server's `conflict` when it no longer stands as failed */
export function retryStep(firingId: string, step: number): Promise<Firing> {
  return fetchJson<Firing>(`/api/v1/firings/${firingId}/steps/${step}/retry`, { method: 'POST' });
}

/** Why a rule fired or did not fire on the events of a conversation, newest first. */
export function useWhyNot(conversation: string, rule: string | null) {
  return useQuery({
    queryKey: ['workspace', 'why', conversation, rule],
    queryFn: ({ signal }) =>
      fetchJson<{ items: Explanation[] }>(
        `/api/v1/conversations/${encodeURIComponent(conversation)}/explain?rule=${rule}`,
        { signal },
      ),
    enabled: rule !== null,
  });
}

/** Names of the rules that one can ask about, the active ones first. */
export function useRuleNames() {
  return useQuery({
    queryKey: ['triggers', 'names'],
    queryFn: ({ signal }) => fetchJson<TriggerNames>('/api/v1/triggers?pageSize=200&sort=status', { signal }),
    staleTime: 60_000,
  });
}

interface TriggerNames {
  items: readonly { id: string; name: string; active: boolean }[];
  total: number;
}

/** Ends the wait of a firing now. @throws the server's `conflict` when it no longer waits */
export function continueNow(firingId: string): Promise<Firing> {
  return fetchJson<Firing>(`/api/v1/firings/${firingId}/continue`, { method: 'POST' });
}

/** Cancels what a waiting firing has still to do. @throws the server's `conflict` when it no longer waits */
export function cancelRest(firingId: string): Promise<Firing> {
  return fetchJson<Firing>(`/api/v1/firings/${firingId}/cancel`, { method: 'POST' });
}
